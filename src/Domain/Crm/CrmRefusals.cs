using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Crm;

public static class CrmRefusals
{
    public static readonly Refusal ContactNotFound = Refusal.NotFound("crm.contactNotFound", "There is no such contact, or it is not yours.", "Такого контакта нет, или он не ваш.");
    public static readonly Refusal HandoverNotFound = Refusal.NotFound("crm.handoverNotFound", "There is no such handover.", "Такой передачи нет.");
    public static readonly Refusal NobodyToHandOver = Refusal.NotFound("crm.nobodyToHandOver", "None of these contacts can be handed over.", "Среди этих контактов передавать некого.");
    public static readonly Refusal RecipientNotActive = Refusal.Invalid("crm.recipientNotActive", "Clients are handed over to an active employee.", "Передать клиентов можно только действующему сотруднику.");
    public static readonly Refusal PreviewStale = Refusal.Conflict("crm.previewStale", "Things have changed since the preview. Look at it again.", "Пока вы смотрели, всё изменилось. Посмотрите ещё раз.");
    public static readonly Refusal UndoTooLate = Refusal.Conflict("crm.undoTooLate", "A handover can be undone for a minute only.", "Вернуть передачу можно только в течение минуты.");
    public static readonly Refusal UndoChanged = Refusal.Conflict("crm.undoChanged", "Something has changed since; hand the clients over again instead.", "С тех пор что-то изменилось. Передайте клиентов заново.");
    public static readonly Refusal TwoResponsibles = Refusal.Invalid("crm.twoResponsibles", "The member and the CRM user are different people.", "Участник и пользователь CRM – разные люди.");
    public static readonly Refusal PhoneInvalid = Refusal.Invalid("crm.phoneInvalid", "This is not a phone number.", "Это не похоже на номер телефона.");
    public static readonly Refusal MayNotSee = Refusal.Forbidden("crm.mayNotSee", "This is for employees only.", "Это доступно только сотрудникам.");
    public static readonly Refusal MayNotLink = Refusal.Forbidden("crm.mayNotLink", "You do not link the clients of this conversation to contacts.", "Клиентов этого чата с контактами связываете не вы.");
    public static readonly Refusal ClientOfAnother = Refusal.Forbidden("crm.clientOfAnother", "Somebody else is responsible for this client. He, a supervisor or an administrator can change the link.", "За этого клиента отвечает другой сотрудник. Изменить связь может он, руководитель или администратор.");
    public static readonly Refusal ClientNotFound = Refusal.NotFound("crm.clientNotFound", "There is no such client in this conversation.", "Такого клиента в этом чате нет.");
    public static readonly Refusal MayNotWrite = Refusal.Forbidden("crm.mayNotWrite", "Contacts come from the CRM; only an administrator or the CRM itself changes them.", "Контакты приходят из CRM, менять их могут администраторы и сама CRM.");
}
