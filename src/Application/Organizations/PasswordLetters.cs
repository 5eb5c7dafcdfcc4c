using ClientChats.Application.Notifications;
using ClientChats.Domain.Organizations;

namespace ClientChats.Application.Organizations;

/// <summary>What a member reads about his password, in his own language and time zone.</summary>
internal static class PasswordLetters
{
    public static Letter Reset(Member member, Organization organization, DateTimeOffset expiresAt, string link)
    {
        var (first, until) = (Wording.Name(member.FirstName), Wording.Moment(expiresAt, member.TimeZone, member.Locale));
        return member.Locale == "ru"
            ? new Letter
            {
                Locale = "ru", Organization = Wording.Name(organization.Name), Subject = "Новый пароль", Greeting = $"{first}, здравствуйте!", Link = link,
                Lead = "Для вашей почты попросили новый пароль. Придумайте его по кнопке ниже.", Button = "Задать пароль",
                Foot = $"Ссылка действует до {until} и сработает один раз. Если это были не вы, ничего не делайте: прежний пароль остаётся в силе.",
            }
            : new Letter
            {
                Locale = "en", Organization = Wording.Name(organization.Name), Subject = "A new password", Greeting = $"Hello, {first}!", Link = link,
                Lead = "Somebody asked for a new password for your address. Choose one by the button below.", Button = "Choose a password",
                Foot = $"The link works until {until}, once. If it was not you, do nothing: your present password stays.",
            };
    }

    public static Letter Changed(Member member, Organization organization, DateTimeOffset at, string link)
    {
        var (first, when) = (Wording.Name(member.FirstName), Wording.Moment(at, member.TimeZone, member.Locale));
        return member.Locale == "ru"
            ? new Letter
            {
                Locale = "ru", Organization = Wording.Name(organization.Name), Subject = "Пароль изменён", Greeting = $"{first}, здравствуйте!", Link = link,
                Lead = $"Ваш пароль изменён {when}. На других устройствах нужно войти заново.", Button = "Открыть вход",
                Foot = "Если это были не вы, сразу задайте новый пароль через «Забыли пароль?» на странице входа и скажите администратору.",
            }
            : new Letter
            {
                Locale = "en", Organization = Wording.Name(organization.Name), Subject = "Your password was changed", Greeting = $"Hello, {first}!", Link = link,
                Lead = $"Your password was changed on {when}. On other devices you have to sign in again.", Button = "Open sign-in",
                Foot = "If it was not you, choose a new password at once by “Forgot your password?” on the sign-in page, and tell an administrator.",
            };
    }
}
