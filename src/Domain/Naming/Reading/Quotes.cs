namespace ClientChats.Domain.Naming;

internal static class Quotes
{
    private const string Openings = "«“„\"";

    public static bool IsQuote(char c) => c is '«' or '»' or '“' or '”' or '„' or '"';

    /// <summary>The pair of quotes that opens here and closes before the limit, both quotes included.</summary>
    public static TextRange? PairAt(string text, int open, int limit)
    {
        if (open < 0 || open >= limit || !Openings.Contains(text[open], StringComparison.Ordinal)) return null;

        var closings = ClosingsOf(text[open]);
        var depth = 1;
        for (var at = open + 1; at < limit; at++)
        {
            if (closings.Contains(text[at], StringComparison.Ordinal)) depth--;
            else if (text[at] == text[open]) depth++;
            if (depth == 0) return at > open + 1 ? TextRange.Between(open, at + 1) : null;
        }

        return null;
    }

    /// <summary>The pair of quotes that closes here and opens after the limit.</summary>
    public static TextRange? PairEndingAt(string text, int close, int limit)
    {
        if (close >= text.Length || !IsQuote(text[close])) return null;

        for (var open = close - 1; open >= limit; open--)
        {
            if (PairAt(text, open, close + 1) is { } pair && pair.End == close + 1) return pair;
        }

        return null;
    }

    public static string Inside(string text, TextRange pair) => text[(pair.Start + 1)..(pair.End - 1)].Trim();

    private static string ClosingsOf(char open) => open switch
    {
        '«' => "»",
        '“' => "”",
        '„' => "“”",
        _ => "\""
    };
}
