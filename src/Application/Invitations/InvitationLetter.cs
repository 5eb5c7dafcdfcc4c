using ClientChats.Application.Notifications;
using ClientChats.Domain.Invitations;
using ClientChats.Domain.Organizations;

namespace ClientChats.Application.Invitations;

/// <summary>What somebody reads who is invited, in the organization's language.</summary>
internal static class InvitationLetter
{
    public static Letter Write(Invitation invitation, Member inviter, Organization organization, string link)
    {
        var (who, first, until) = (Wording.Name(inviter.DisplayName), Wording.Name(invitation.FirstName), Wording.Moment(invitation.ExpiresAt, organization.TimeZone, organization.Locale));
        var isGuest = invitation.Role == Role.Guest;
        return organization.Locale == "ru"
            ? new Letter
            {
                Locale = "ru", Organization = Wording.Name(organization.Name), Greeting = $"{first}, здравствуйте!", Link = link,
                Subject = isGuest ? $"{who} приглашает вас в чат" : $"{who} приглашает вас в команду",
                Lead = isGuest
                    ? $"{who} приглашает вас в чат. Там вся переписка по проекту, файлы и люди, которые за него отвечают."
                    : $"{who} приглашает вас в команду. Здесь вы переписываетесь с клиентами и коллегами.",
                Note = "Нужно только придумать пароль. Ничего устанавливать не надо.",
                Button = isGuest ? "Открыть чат" : "Присоединиться",
                Foot = $"Ссылка действует до {until} и сработает один раз. Если вы не ждали этого письма, просто удалите его: без вас ничего не произойдёт.",
            }
            : new Letter
            {
                Locale = "en", Organization = Wording.Name(organization.Name), Greeting = $"Hello, {first}!", Link = link,
                Subject = isGuest ? $"{who} invites you to a chat" : $"{who} invites you to the team",
                Lead = isGuest
                    ? $"{who} invites you to a chat. It holds everything about the project: the messages, the files and the people who answer for it."
                    : $"{who} invites you to the team. Here you write with clients and colleagues.",
                Note = "All you need is to choose a password. There is nothing to install.",
                Button = isGuest ? "Open the chat" : "Join",
                Foot = $"The link works until {until}, once. If you did not expect this letter, delete it: nothing happens without you.",
            };
    }
}
