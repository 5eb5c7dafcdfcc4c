using System.Collections.Frozen;

namespace ClientChats.Domain.Naming;

/// <summary>The dictionaries of all languages, prepared for looking words up by any of their forms.</summary>
internal sealed class Lexicon
{
    private readonly FrozenDictionary<string, string> abbreviations;
    private readonly FrozenDictionary<string, string> longWords;
    private readonly FrozenDictionary<string, string?> unreadable;
    private readonly FrozenDictionary<string, string> brands;
    private readonly FrozenDictionary<string, string[]> firstNames;
    private readonly FrozenDictionary<string, string[]> formsOfFirstNames;
    private readonly FrozenSet<string> inflectedFirstNames;
    private readonly FrozenSet<string> general;
    private readonly FrozenSet<string> work;
    private readonly FrozenSet<string> jobTitles;
    private readonly FrozenSet<string> legalForms;
    private readonly FrozenSet<string> capitals;

    private Lexicon(NamingDictionary[] dictionaries)
    {
        var entries = dictionaries
            .SelectMany(dictionary => dictionary.Entries)
            .Where(entry => entry.Kind is not (EntryKind.Abbreviation or EntryKind.LongWord) || !string.IsNullOrWhiteSpace(entry.Value))
            .OrderBy(entry => entry.Word, StringComparer.Ordinal)
            .ToLookup(entry => entry.Kind);

        abbreviations = Map(entries[EntryKind.Abbreviation].Select(entry => (entry.Word, entry.Value!)));
        longWords = Map(entries[EntryKind.LongWord].SelectMany(entry => Inflection.Of(entry.Word).Select(form => (form, entry.Value!))));
        unreadable = Map(entries[EntryKind.Unreadable].Select(entry => (WordKey.OfShortForm(entry.Word), entry.Value)));
        brands = Map(entries[EntryKind.Brand].Select(entry => (WordKey.Of(entry.Word), entry.Word)));
        general = Forms(entries[EntryKind.General]);
        jobTitles = Forms(entries[EntryKind.JobTitle]);
        legalForms = entries[EntryKind.LegalForm].Select(entry => WordKey.Of(entry.Word)).ToFrozenSet(StringComparer.Ordinal);
        capitals = entries[EntryKind.Capitals].Select(entry => entry.Word).ToFrozenSet(StringComparer.Ordinal);
        work = Forms(entries[EntryKind.Work])
            .Concat(longWords.Keys)
            .Concat(abbreviations.Keys.Select(WordKey.Of))
            .Concat(abbreviations.Values.Concat(longWords.Values).SelectMany(WordReader.Read).Select(word => word.Key))
            .ToFrozenSet(StringComparer.Ordinal);

        var names = entries[EntryKind.FirstName].Select(entry => new FirstNameForms(entry)).ToArray();
        firstNames = names
            .SelectMany(name => name.Forms.Select(form => (form, name.Full)))
            .GroupBy(pair => pair.form, pair => pair.Full)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);
        formsOfFirstNames = names
            .GroupBy(name => name.Full)
            .ToFrozenDictionary(group => group.Key, group => group.SelectMany(name => name.Forms).Distinct().ToArray(), StringComparer.Ordinal);
        inflectedFirstNames = names
            .SelectMany(name => name.Forms.SelectMany(Inflection.OfFirstName))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    public static Lexicon Of(IEnumerable<NamingDictionary> dictionaries) => new([..dictionaries]);

    public string? ReadingOf(string abbreviation) => abbreviations.GetValueOrDefault(abbreviation);

    public string? ShortFormOf(string key) => longWords.GetValueOrDefault(key);

    public bool IsUnreadable(string key, out string? better) => unreadable.TryGetValue(key, out better);

    public string? BrandSpelling(string key) => brands.GetValueOrDefault(key);

    public bool IsGeneral(string key) => general.Contains(key);

    public bool IsWork(string key) => work.Contains(key);

    public bool IsJobTitle(string key) => jobTitles.Contains(key);

    public bool IsFirstName(string key) => firstNames.ContainsKey(key);

    public bool IsFirstNameInAnyForm(string key) => inflectedFirstNames.Contains(key);

    public bool IsLegalForm(string key) => legalForms.Contains(key);

    public bool IsClearInCapitals(string word) => capitals.Contains(word);

    /// <summary>A word of the trade or of everyday naming, as against a name of somebody.</summary>
    public bool IsCommon(string key) => IsWork(key) || IsGeneral(key) || IsJobTitle(key);

    /// <summary>All spellings under which the bearer of a first name may be known: Аня for Анна, and both Александр and Александра for Саша.</summary>
    public IEnumerable<string> SpellingsOf(string firstNameKey) =>
        firstNames.TryGetValue(firstNameKey, out var fulls)
            ? fulls.SelectMany(full => formsOfFirstNames[full]).Append(firstNameKey).Distinct()
            : [firstNameKey];

    /// <summary>Whether some word of a text would be replaced.</summary>
    public bool Replaces(string text) => WordReader.Read(text).SelectMany(word => word.Pieces).Any(word =>
        abbreviations.ContainsKey(word.Text) || longWords.ContainsKey(word.Key)
        || unreadable.ContainsKey(word.Key) || (word.HasDot && unreadable.ContainsKey(word.Key + ".")));

    private static FrozenSet<string> Forms(IEnumerable<DictionaryEntry> entries) => entries
        .SelectMany(entry => Inflection.Of(entry.Word))
        .ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, TValue> Map<TValue>(IEnumerable<(string Key, TValue Value)> pairs) => pairs
        .DistinctBy(pair => pair.Key)
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private sealed class FirstNameForms(DictionaryEntry entry)
    {
        public string Full { get; } = WordKey.Of(entry.Word);

        public string[] Forms { get; } =
        [
            WordKey.Of(entry.Word),
            ..(entry.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(WordKey.Of)
        ];
    }
}
