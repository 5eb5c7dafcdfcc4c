using System.Globalization;
using System.Text;

namespace ClientChats.Domain.Naming;

/// <summary>The sign that stands between the parts of a name, and the way it is spaced.</summary>
internal sealed class Separator
{
    public const int MaxLength = 3;
    public static readonly Separator Standard = new(" | ");

    // These also stand inside words and phrases («бизнес-план», «дизайн, вёрстка»), so they separate only where they are spaced as in the pattern.
    private const string AlsoInsideWords = "-‐‑–—/\\,:;+&_#*'’=~";

    private readonly bool spacedBefore;
    private readonly bool spacedAfter;
    private readonly bool spacingMatters;

    private Separator(string joint)
    {
        Joint = joint;
        Symbol = joint.Trim();
        spacedBefore = char.IsWhiteSpace(joint[0]);
        spacedAfter = char.IsWhiteSpace(joint[^1]);
        spacingMatters = Symbol.All(c => AlsoInsideWords.Contains(c, StringComparison.Ordinal));
    }

    /// <summary>What is written between two parts, spaces included.</summary>
    public string Joint { get; }

    public string Symbol { get; }

    public static bool IsFit(string joint)
    {
        var symbol = joint.Trim();
        return symbol.Length is > 0 and <= MaxLength && symbol.All(IsFit);
    }

    public static Separator Of(string joint)
    {
        var symbol = joint.Trim();
        return new(
            (char.IsWhiteSpace(joint[0]) ? " " : "") + symbol + (char.IsWhiteSpace(joint[^1]) ? " " : ""));
    }

    /// <summary>The places of this separator in a text, the spaces around it included.</summary>
    public List<TextRange> FindIn(ReadOnlySpan<char> text)
    {
        List<TextRange> found = [];
        var from = 0;
        while (from < text.Length)
        {
            var at = text[from..].IndexOf(Symbol, StringComparison.Ordinal);
            if (at < 0) break;
            at += from;
            var end = at + Symbol.Length;
            if (!Separates(text, at, end))
            {
                from = at + 1;
                continue;
            }

            var start = at;
            while (start > from && char.IsWhiteSpace(text[start - 1])) start--;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            found.Add(TextRange.Between(start, end));
            from = end;
        }

        return found;
    }

    /// <summary>A value that can be put between separators and read back as it is.</summary>
    public string Clean(string value)
    {
        var clean = Tidy.Spaces(value);
        while (true)
        {
            var trimmed = TrimSymbols(clean);
            var places = FindIn($" {trimmed} ");
            if (places.Count == 0 && trimmed.Length == clean.Length) return clean;
            clean = places.Count == 0 ? trimmed : Tidy.Spaces(Without(places, $" {trimmed} "));
        }
    }

    private static string Without(List<TextRange> places, string text)
    {
        var kept = new StringBuilder(text.Length);
        var from = 0;
        foreach (var place in places)
        {
            kept.Append(text, from, place.Start - from).Append(' ');
            from = place.End;
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }

    private static bool IsFit(char c) =>
        !".'\"`’‘‚“”„«»()[]{}<>!?".Contains(c, StringComparison.Ordinal)
        && char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation
            or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol;

    private string TrimSymbols(string value)
    {
        var trimmed = value.AsSpan();
        while (trimmed.Length > 0 && IsEdge(trimmed[0])) trimmed = trimmed[1..];
        while (trimmed.Length > 0 && IsEdge(trimmed[^1])) trimmed = trimmed[..^1];
        return trimmed.Length == value.Length ? value : trimmed.ToString();
    }

    private bool IsEdge(char c) => char.IsWhiteSpace(c) || Symbol.Contains(c, StringComparison.Ordinal);

    private bool Separates(ReadOnlySpan<char> text, int start, int end)
    {
        if (!spacingMatters) return true;
        if (spacedBefore && start > 0 && !char.IsWhiteSpace(text[start - 1])) return false;
        return !spacedAfter || end >= text.Length || char.IsWhiteSpace(text[end]);
    }
}
