namespace ClientChats.Domain.Naming;

/// <summary>Reads the lists in which our own words are kept: one entry a line, its value after an arrow or a colon; or many words a line, separated by commas.</summary>
internal static class SeedLines
{
    public static IEnumerable<DictionaryEntry> Pairs(EntryKind kind, string lines) => Lines(lines).Select(line =>
    {
        var sides = line.Split(" → ");
        return new DictionaryEntry(kind, sides[0], sides.Length > 1 ? sides[1] : null);
    });

    public static IEnumerable<DictionaryEntry> Names(string lines) => Lines(lines).Select(line =>
    {
        var sides = line.Split(": ");
        return new DictionaryEntry(EntryKind.FirstName, sides[0], sides.Length > 1 ? sides[1] : null);
    });

    public static IEnumerable<DictionaryEntry> Words(EntryKind kind, string lines) =>
        Lines(lines)
            .SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(word => new DictionaryEntry(kind, word));

    private static string[] Lines(string lines) => lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
