using ClientChats.Domain.Invitations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;

namespace ClientChats.Application.Kernel;

/// <summary>Rules that many requests share.</summary>
internal static class ValidationRules
{
    private static readonly Refusal UnknownLocale = Refusal.Invalid("validation.locale", "The language is ru or en.", "Язык – ru или en.");
    private static readonly Refusal UnknownTimeZone = Refusal.Invalid("validation.timeZone", "There is no such time zone.", "Такого часового пояса нет.");
    private static readonly Refusal Blank = Refusal.Invalid("validation.required", "This is needed.", "Это нужно заполнить.");

    /// <summary>There must be something to read in it.</summary>
    public static IRuleBuilderOptions<T, string> NotBlank<T>(this IRuleBuilder<T, string> rule) => rule.Must(text => text is not null && PersonName.Tidy(text).Length > 0).Says(Blank);

    public static IRuleBuilderOptions<T, string> Email<T>(this IRuleBuilder<T, string> rule) => rule.Must(text => EmailAddress.TryParse(text, out _)).Says(InvitationRefusals.EmailInvalid);

    public static IRuleBuilderOptions<T, string> OneOfOurLocales<T>(this IRuleBuilder<T, string> rule) => rule.Must(locale => locale is "ru" or "en").Says(UnknownLocale);

    public static IRuleBuilderOptions<T, string> KnownTimeZone<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(zone => zone is { Length: <= 100 } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId).Says(UnknownTimeZone);

    /// <summary>A list that may be absent or short, but not longer than this.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> AtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int items) =>
        rule.Must(list => list is null || list.Count <= items).Says(Refusal.Invalid("validation.tooMany", $"At most {items} of them.", $"Не больше {items}."));

    /// <param name="rule">The password's rule.</param>
    /// <param name="own">What the person is known by, which is no secret.</param>
    public static IRuleBuilderOptionsConditions<T, string> GoodPassword<T>(this IRuleBuilder<T, string> rule, Func<T, IEnumerable<string?>> own) => rule.Custom((password, context) =>
    {
        if (PasswordRules.Judge(password ?? "", own(context.InstanceToValidate)) is { } refusal)
            context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyPath, Sentence(refusal)) { ErrorCode = refusal.Code });
    });

    /// <summary>Answers with a refusal's code and sentence where the rule does not hold.</summary>
    public static IRuleBuilderOptions<T, TProperty> Says<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, Refusal refusal) =>
        rule.WithErrorCode(refusal.Code).WithMessage(_ => Sentence(refusal));

    private static string Sentence(Refusal refusal) =>
        System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? refusal.Russian : refusal.English;
}
