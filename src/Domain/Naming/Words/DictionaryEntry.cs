namespace ClientChats.Domain.Naming;

/// <summary>One line of a dictionary. Flat, so that a dictionary is exported and imported as a list of these.</summary>
public sealed record DictionaryEntry(EntryKind Kind, string Word, string? Value = null)
{
    public const int MaxWordLength = 60;
    public const int MaxValueLength = 200;

    internal (EntryKind, string) Key => (Kind, Kind switch
    {
        EntryKind.Abbreviation or EntryKind.Capitals => Word,
        EntryKind.Unreadable => WordKey.OfShortForm(Word),
        _ => WordKey.Of(Word)
    });
}
