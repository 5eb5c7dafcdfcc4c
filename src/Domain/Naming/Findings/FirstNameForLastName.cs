using System.Globalization;

namespace ClientChats.Domain.Naming;

internal static class FirstNameForLastName
{
    /// <summary>«Анна» where «Ершова» belongs: a company has many Annas, and a list is searched by last names.</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        if (ResponsiblePlace.In(name) is not { } place || (!name.IsSplit && TooGeneral.IsWhole(name))) return;
        if (FirstNameIn(name, place) is not { } words) return;

        var firstName = name.Words[words.FirstWord];
        var spellings = name.Lexicon.SpellingsOf(firstName.Key).ToList();
        var namesakes = name.Context.People.WithFirstName(spellings).Length;
        var suggestion = LastNameOf(spellings, name.Context);
        var said = name.Slice(words.FirstWord, words.LastWord);
        findings.AtPlace(
            FindingCode.FirstName, FindingSeverity.Warning,
            TextRange.Between(firstName.Start, name.Words[words.LastWord].DotEnd), suggestion,
            namesakes > 1
                ? FindingText.Of("name.firstName.many", ("w", said), ("n", namesakes.ToString(CultureInfo.InvariantCulture)))
                : FindingText.Of(FindingCode.FirstName, ("w", said)));
    }

    private static ResponsiblePlace? FirstNameIn(NameReading name, ResponsiblePlace place)
    {
        var word = name.Words[place.FirstWord];
        if (!name.Lexicon.IsFirstName(word.Key) || name.IsEmployee(word.Key) || name.CompanyAt(place.FirstWord) is not null) return null;
        if (!name.IsSplit && (!word.StartsWithCapital || StandsByLastName(name, place))) return null;
        return (place.LastWord - place.FirstWord) switch
        {
            0 => place,
            1 when RussianFatherNames.Looks(name.Words[place.LastWord]) || name.Words[place.LastWord].Text.Length == 1 => place,
            _ => null
        };
    }

    private static bool StandsByLastName(NameReading name, ResponsiblePlace place) =>
        (place.FirstWord > 0 && LooksLikeLastName(name, place.FirstWord - 1))
        || (place.LastWord + 1 < name.Words.Count && LooksLikeLastName(name, place.LastWord + 1));

    private static bool LooksLikeLastName(NameReading name, int index) =>
        name.CompanyAt(index) is null && !name.Lexicon.IsCommon(name.Words[index].Key) && RussianLastNames.Looks(name.Words[index]);

    private static string? LastNameOf(List<string> spellings, NamingContext context)
    {
        if (context.Responsible is { } responsible && spellings.Contains(WordKey.Of(responsible.FirstName), StringComparer.Ordinal)
            && responsible.LastName.Trim() is { Length: > 0 } lastName)
        {
            return lastName;
        }

        var inChat = context.InChat.WithFirstName(spellings);
        return TheOnly(inChat.Length > 0 ? inChat : context.People.WithFirstName(spellings));
    }

    private static string? TheOnly(KnownPerson[] people)
    {
        var lastNames = people.Select(person => person.LastName.Trim()).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        return lastNames.Length == 1 ? lastNames[0] : null;
    }
}
