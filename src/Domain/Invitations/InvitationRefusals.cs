using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Invitations;

public static class InvitationRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("invitations.notFound", "There is no such invitation.", "Такого приглашения нет.");
    public static readonly Refusal Unknown = Refusal.NotFound("invitations.unknown", "This link does not work. Ask the sender for a new one.", "Ссылка не действует. Попросите отправителя прислать новую.");
    public static readonly Refusal MayNotInvite = Refusal.Forbidden("invitations.mayNotInvite", "Only an owner or an administrator invites.", "Приглашать могут только владелец и администраторы.");
    public static readonly Refusal AlreadyInvited = Refusal.Conflict("invitations.alreadyInvited", "This address is already invited.", "Этот адрес уже приглашён, ждём ответа.");
    public static readonly Refusal AlreadyMember = Refusal.Conflict("invitations.alreadyMember", "This address already has an account.", "У этого адреса уже есть вход.");
    public static readonly Refusal AlreadyAccepted = Refusal.Conflict("invitations.alreadyAccepted", "This invitation has been accepted.", "Это приглашение уже принято.");
    public static readonly Refusal AlreadyRevoked = Refusal.Conflict("invitations.alreadyRevoked", "This invitation was withdrawn. Invite anew.", "Это приглашение отозвано. Пригласите заново.");
    public static readonly Refusal OwnersAreNotInvited = Refusal.Invalid("invitations.ownersAreNotInvited", "Invite as guest, employee or admin; an owner can then make somebody an owner.", "Пригласить можно гостя, сотрудника или администратора. Владельцем его потом сделает владелец.");
    public static readonly Refusal TooManyToday = Refusal.TooMany("invitations.tooManyToday", "You have sent as many invitations as one person may in a day.", "На сегодня приглашений больше нельзя.");
    public static readonly Refusal TooManyMails = Refusal.TooMany("invitations.tooManyMails", "This address has been sent enough mail for now.", "На этот адрес уже отправлено достаточно писем, подождите.");
    public static readonly Refusal EmailInvalid = Refusal.Invalid("invitations.emailInvalid", "This is not an e-mail address.", "Это не похоже на адрес почты.");
    public static readonly Refusal Expired = Refusal.Gone("invitations.expired", "The link has expired.", "Ссылка истекла.");
    public static readonly Refusal Revoked = Refusal.Gone("invitations.revoked", "This invitation was withdrawn.", "Это приглашение отозвали.");
    public static readonly Refusal Replaced = Refusal.Gone("invitations.replaced", "A newer link has been sent; this one does not work any more.", "Прислали новую ссылку, эта больше не работает.");
    public static readonly Refusal Used = Refusal.Gone("invitations.used", "This link has been used. Sign in with your password.", "Вы уже с нами. Войдите со своим паролем.");
}
