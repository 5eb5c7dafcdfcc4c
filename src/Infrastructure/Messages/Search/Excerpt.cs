using System.Text;
using ClientChats.Application.Messages;

namespace ClientChats.Infrastructure.Messages.Search;

/// <summary>The part of a message in which what was looked for stands.</summary>
internal static class Excerpt
{
    private const int Longest = 240;
    private const int Before = 60;
    private const int LongestWord = 24;

    private const char Begins = '\u0002';
    private const char Ends = '\u0003';

    /// <param name="text">The message.</param>
    /// <param name="marked">Its letters and digits, each in its place, with marks around what was found.</param>
    public static (string Text, IReadOnlyList<Highlight> Highlights) Of(string text, string marked)
    {
        var whole = text.Normalize(NormalizationForm.FormC);
        var all = HighlightsIn(whole, marked);
        var (start, end) = Part(whole, all.Count > 0 ? all[0].Start : 0);
        var (head, tail) = (start > 0 ? "…" : "", end < whole.Length ? "…" : "");
        return (
            head + whole[start..end] + tail,
            [.. all.Where(highlight => highlight.Start >= start && highlight.Start + highlight.Length <= end).Select(highlight => highlight with { Start = highlight.Start - start + head.Length })]);
    }

    private static List<Highlight> HighlightsIn(string text, string marked)
    {
        var found = new List<Highlight>();
        var runes = text.EnumerateRunes().GetEnumerator();
        int at = 0, begun = 0;
        foreach (var rune in marked.EnumerateRunes())
        {
            if (rune.Value == Begins) begun = at;
            else if (rune.Value == Ends && at > begun) found.Add(new Highlight(begun, at - begun));
            else if (rune.Value is not (Begins or Ends)) at += runes.MoveNext() ? runes.Current.Utf16SequenceLength : 0;
        }

        return at == text.Length ? found : [];
    }

    /// <summary>From a little before the first place, at the beginning of a word, as far as it is shown.</summary>
    private static (int Start, int End) Part(string text, int place)
    {
        if (text.Length <= Longest) return (0, text.Length);
        var start = Math.Max(0, Math.Min(place - Before, text.Length - Longest));
        if (start > 0)
        {
            var space = text.IndexOf(' ', start, Math.Min(LongestWord, place - start > 0 ? place - start : 0));
            if (space >= 0) start = space + 1;
            if (char.IsLowSurrogate(text[start])) start++;
        }

        var end = Math.Min(text.Length, start + Longest);
        if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
        return (start, end);
    }
}
