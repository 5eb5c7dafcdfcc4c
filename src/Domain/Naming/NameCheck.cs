using System.Collections.Immutable;

namespace ClientChats.Domain.Naming;

/// <summary>
/// Checks names against an organization's dictionaries. Making one prepares the dictionaries; it is then asked for any number of names,
/// from any thread.
/// </summary>
public sealed class NameCheck(params IEnumerable<NamingDictionary> dictionaries)
{
    /// <summary>The check with the dictionaries that come with the product.</summary>
    public static readonly NameCheck Standard = new(NamingDictionary.Russian, NamingDictionary.English);

    private readonly Lexicon lexicon = Lexicon.Of(dictionaries);

    public NameVerdict Of(string name, NamingConvention? convention, NamingContext context)
    {
        var findings = FindingsIn(name, convention, context);
        return new NameVerdict(findings, AllFixed(name, findings, convention, context), name.Length, context.ListLength);
    }

    private ImmutableArray<NameFinding> FindingsIn(string typed, NamingConvention? convention, NamingContext context)
    {
        var visible = VisibleText.Of(typed);
        var findings = new FindingList(typed, visible);
        if (EmptyName.Find(visible.Text, convention, findings)) return findings.InOrder();

        InvisibleCharacters.Find(typed, visible, findings);
        if (NameOverLimit.Find(typed, findings)) return findings.InOrder();

        var name = new NameReading(visible.Text, convention, lexicon, context);

        // The first to speak about a place has it, so the order is the order of importance.
        LookalikeLetters.Find(name, findings);
        LegalForm.Find(name, findings);
        AllCapitals.Find(name, findings);
        FirstNameForLastName.Find(name, findings);
        JobTitleForLastName.Find(name, findings);
        GluedWords.Find(name, findings);
        UnreadableShortForm.Find(name, findings);
        LongWord.Find(name, findings);
        UnclearAbbreviation.Find(name, findings);
        NeedlessQuotes.Find(name, findings);

        TooGeneral.Find(name, findings);
        MissingSeparator.Find(name, findings);
        TooLongForTheList.Find(name, findings);
        NameTaken.Find(name, findings);
        return findings.InOrder();
    }

    private string? AllFixed(string name, ImmutableArray<NameFinding> findings, NamingConvention? convention, NamingContext context)
    {
        const int mostRounds = 20;
        var alone = context with { NamesInSight = NoNamesInSight.Instance };
        var current = name;
        for (var round = 0; round < mostRounds; round++)
        {
            var next = Fixes.Apply(current, findings, convention);
            if (next == current) return current == name ? null : current;
            if (string.IsNullOrWhiteSpace(next) || (next.Length > NameLimits.Whole && next.Length > name.Length)) return null;

            current = next;
            findings = FindingsIn(current, convention, alone);
        }

        return null;
    }
}
