using System.Globalization;
using System.Text;

namespace ClientChats.Domain.Naming;

internal static class WordReader
{
    private static readonly HashSet<string> AddressEndings = new(StringComparer.OrdinalIgnoreCase)
    {
        "ru", "com", "net", "org", "рф", "рус", "москва", "io", "su", "by", "kz", "me", "app", "dev", "info", "biz", "pro", "shop", "store",
        "online", "site", "tech", "ai", "co", "uk", "de", "eu", "us", "tv", "cc", "xyz", "moscow", "agency", "studio", "group", "team"
    };

    public static List<Word> Read(string text)
    {
        List<Word> words = [];
        for (var at = 0; at < text.Length;)
        {
            var length = LengthAt(text, at, out var isLetterOrDigit, out _);
            if (!isLetterOrDigit)
            {
                at += length;
                continue;
            }

            var initialsEnd = InitialsEnd(text, at);
            var addressEnd = initialsEnd < 0 ? AddressEnd(text, at) : -1;
            var end = Math.Max(initialsEnd, addressEnd);
            words.Add(end > 0 ? new Word(text, at, end, isOpaque: true) : new Word(text, at, end = PlainEnd(text, at), isOpaque: false));
            at = end;
        }

        return words;
    }

    // А.Б. and L.L.C.
    private static int InitialsEnd(string text, int start)
    {
        var end = start;
        var count = 0;
        while (end + 1 < text.Length && char.IsLetter(text[end]) && text[end + 1] == '.')
        {
            count++;
            end += 2;
        }

        if (count == 0) return -1;
        var hasLast = end < text.Length && char.IsLetter(text[end]) && (end + 1 == text.Length || !IsWordChar(text[end + 1]));
        if (hasLast) return end + 1;
        return count >= 2 ? end : -1;
    }

    private static int AddressEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsWordChar(text[end]) || text[end] is '.' or '-' or '_' or '@')) end++;
        while (end > start && text[end - 1] is '.' or '-' or '_') end--;
        var dot = start + text.AsSpan(start, end - start).LastIndexOf('.');
        return dot > start && AddressEndings.Contains(text[(dot + 1)..end]) ? end : -1;
    }

    private static int PlainEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            var length = LengthAt(text, end, out var isLetterOrDigit, out var isMark);
            if (!isLetterOrDigit && !isMark && !JoinsInside(text, end, start)) break;
            end += length;
        }

        return end;
    }

    private static bool JoinsInside(string text, int at, int start)
    {
        if (at == start || at + 1 >= text.Length || !IsWordChar(text[at + 1]) || !IsWordChar(text[at - 1])) return false;
        return text[at] switch
        {
            '-' or '\u2010' or '\u2011' or '\'' or '’' or '&' => true,
            '.' or ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            _ => false
        };
    }

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c);

    private static int LengthAt(string text, int at, out bool isLetterOrDigit, out bool isMark)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            isLetterOrDigit = isMark = false;
            return 1;
        }

        isLetterOrDigit = Rune.IsLetterOrDigit(rune);
        isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
        return rune.Utf16SequenceLength;
    }
}
