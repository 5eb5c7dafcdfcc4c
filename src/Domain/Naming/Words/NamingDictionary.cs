using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ClientChats.Domain.Naming;

/// <summary>What is known about the words of one language. Immutable; an organization's own version is this one with its changes.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A dictionary as people say it, and as the API calls it.")]
public sealed class NamingDictionary
{
    public static readonly NamingDictionary Russian = Seed(NamingLanguage.Russian, RussianSeed.Entries);
    public static readonly NamingDictionary English = Seed(NamingLanguage.English, EnglishSeed.Entries);

    private readonly FrozenDictionary<(EntryKind, string), DictionaryEntry> entries;

    private NamingDictionary(NamingLanguage language, FrozenDictionary<(EntryKind, string), DictionaryEntry> entries)
    {
        Language = language;
        this.entries = entries;
    }

    public NamingLanguage Language { get; }

    /// <summary>All entries, by kind and then by alphabet.</summary>
    public ImmutableArray<DictionaryEntry> Entries =>
        [..entries.Values.OrderBy(entry => entry.Kind).ThenBy(entry => entry.Word, StringComparer.Ordinal)];

    public static NamingDictionary Of(NamingLanguage language) => language is NamingLanguage.Russian ? Russian : English;

    public bool Contains(EntryKind kind, string word) => entries.ContainsKey(new DictionaryEntry(kind, word).Key);

    /// <summary>This dictionary with an organization's own entries; an entry of its own replaces ours about the same word.</summary>
    public NamingDictionary With(DictionaryChanges changes)
    {
        var merged = entries.ToDictionary();
        foreach (var gone in changes.Removed) merged.Remove(gone.Key);
        foreach (var own in changes.Added) merged[own.Key] = own;
        return new NamingDictionary(Language, merged.ToFrozenDictionary());
    }

    /// <summary>What makes this dictionary one with exactly these entries; so only the difference has to be kept.</summary>
    public DictionaryChanges ChangesTo(IEnumerable<DictionaryEntry> wanted)
    {
        var all = wanted.ToImmutableArray();
        var keys = all.Select(entry => entry.Key).ToHashSet();
        return new DictionaryChanges(
            [..all.Where(entry => entries.GetValueOrDefault(entry.Key) != entry)],
            [..Entries.Where(entry => !keys.Contains(entry.Key))]);
    }

    private static NamingDictionary Seed(NamingLanguage language, IEnumerable<DictionaryEntry> entries) =>
        new(language, entries.ToFrozenDictionary(entry => entry.Key));
}
