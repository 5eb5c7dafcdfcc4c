using FluentValidation.Resources;

namespace ClientChats.Application.Kernel;

/// <summary>What the general rules say when they do not hold: short, without the field's name, which stands beside it anyway.</summary>
public sealed class ValidationTexts : LanguageManager
{
    private static readonly (string Validator, string Code, string English, string Russian)[] Texts =
    [
        ("NotEmptyValidator", "validation.required", "This is needed.", "Это нужно заполнить."),
        ("NotNullValidator", "validation.required", "This is needed.", "Это нужно заполнить."),
        ("MaximumLengthValidator", "validation.tooLong", "At most {MaxLength} characters.", "Не больше {MaxLength} знаков."),
        ("MinimumLengthValidator", "validation.tooShort", "At least {MinLength} characters.", "Не меньше {MinLength} знаков."),
        ("InclusiveBetweenValidator", "validation.outOfRange", "From {From} to {To}.", "От {From} до {To}."),
        ("GreaterThanValidator", "validation.outOfRange", "More than {ComparisonValue}.", "Больше {ComparisonValue}."),
        ("GreaterThanOrEqualValidator", "validation.outOfRange", "Not less than {ComparisonValue}.", "Не меньше {ComparisonValue}."),
        ("EnumValidator", "validation.unknownValue", "This is none of the known values.", "Такого значения нет."),
        ("PredicateValidator", "validation.invalid", "This is not right.", "Здесь что-то не так."),
    ];

    /// <summary>The stable code of a general rule; a rule with a code of its own keeps it.</summary>
    public static string CodeOf(string errorCode) => Array.Find(Texts, text => text.Validator == errorCode).Code ?? errorCode;

    public ValidationTexts()
    {
        foreach (var (validator, _, english, russian) in Texts)
        {
            AddTranslation("en", validator, english);
            AddTranslation("ru", validator, russian);
        }
    }
}
