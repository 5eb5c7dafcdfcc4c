using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Organizations;

public static class MemberRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("members.notFound", "There is no such person, or not for you to know.", "Такого человека нет, или он вам не виден.");
    public static readonly Refusal MayNotManage = Refusal.Forbidden("members.mayNotManage", "Only an owner or an administrator can do this.", "Это могут только владелец и администраторы.");
    public static readonly Refusal OwnersOnly = Refusal.Forbidden("members.ownersOnly", "Only an owner can do this to an owner.", "С владельцем это может сделать только владелец.");
    public static readonly Refusal NotYourself = Refusal.Conflict("members.notYourself", "You cannot do this to yourself.", "С собой этого сделать нельзя.");
    public static readonly Refusal LastOwner = Refusal.Conflict("members.lastOwner", "The organization needs at least one owner.", "В организации должен остаться хотя бы один владелец.");
    public static readonly Refusal GuestsHaveNoDuties = Refusal.Conflict("members.guestsHaveNoDuties", "A guest cannot have duties.", "У гостя не бывает обязанностей.");
    public static readonly Refusal GuestsHaveNoNumbers = Refusal.Conflict("members.guestsHaveNoNumbers", "Own numbers are for employees: whoever writes from one is no client.", "Свои номера бывают только у сотрудников: кто пишет с такого номера, тот не клиент.");
    public static readonly Refusal GuestsAreNoCrmUsers = Refusal.Conflict("members.guestsAreNoCrmUsers", "A guest cannot be a CRM user.", "Гость не может быть пользователем CRM.");
    public static readonly Refusal OnlyGuestsHaveCompany = Refusal.Conflict("members.onlyGuestsHaveCompany", "Only a guest has a company of his own.", "Своя компания указывается только у гостя.");
    public static readonly Refusal NotByToken = Refusal.Forbidden("members.notByToken", "Roles and duties are changed by a person who is signed in, not by a token.", "Роль и обязанности меняет человек, который вошёл сам, а не токен.");
    public static readonly Refusal PhoneInvalid = Refusal.Invalid("members.phoneInvalid", "This is not a telephone number.", "Это не похоже на номер телефона.");
    public static readonly Refusal PhoneTaken = Refusal.Conflict("members.phoneTaken", "This number already belongs to somebody else.", "Этот номер уже записан за другим человеком.");
    public static readonly Refusal CrmUserTaken = Refusal.Conflict("members.crmUserTaken", "This CRM user already belongs to somebody else.", "Этот пользователь CRM уже записан за другим человеком.");
    public static readonly Refusal EmployeesOnly = Refusal.Forbidden("members.employeesOnly", "This is for employees only.", "Это доступно только сотрудникам.");
}
