using System.Globalization;
using System.Text;

namespace ClientChats.Domain.Messages;

/// <summary>
/// What somebody looks for, as he typed it: words in any order, "phrases in quotes", what must not be there after a
/// minus, and a last word that he may still be typing.
/// </summary>
public sealed record SoughtWords(IReadOnlyList<string> Said, string? Begun, IReadOnlyList<string> Unsaid)
{
    public const int MinLength = 2;
    public const int MaxLength = 200;

    /// <summary>Shorter words are taken as they are: «ТЗ» is no beginning.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>Whether there is a word in it that something may be found by.</summary>
    public bool AreAny => Said.Count > 0 || Begun is not null;

    /// <summary>All words that are asked for, as names are compared: without case, with е for ё.</summary>
    public IEnumerable<string> ForNames => Said.SelectMany(WordsOf).Append(Begun).OfType<string>().Select(Fold);

    public static SoughtWords Of(string typed)
    {
        var text = typed.Normalize(NormalizationForm.FormC);
        List<string> said = [], unsaid = [];
        string? begun = null;
        for (var at = 0; at < text.Length;)
        {
            var isExcluded = text[at] == '-' && (at == 0 || char.IsWhiteSpace(text[at - 1])) && at + 1 < text.Length && (IsWord(text, at + 1) || IsQuote(text[at + 1]));
            if (isExcluded) at++;
            if (IsQuote(text[at]) && ClosingOf(text, at) is { } end)
            {
                if (WordsOf(text[(at + 1)..end]).Any()) (isExcluded ? unsaid : said).Add(text[(at + 1)..end]);
                at = end + 1;
                continue;
            }

            var length = WordAt(text, at);
            if (length == 0)
            {
                at++;
                continue;
            }

            var word = text.Substring(at, length);
            at += length;
            if (isExcluded) unsaid.Add(word);
            else if (at == text.Length && word.Length >= ShortestBeginning) begun = word;
            else said.Add(word);
        }

        return new SoughtWords(said, begun, unsaid);
    }

    /// <summary>A name or a word without case, with е for ё, character for character.</summary>
    public static string Fold(string text) => text.ToLower(CultureInfo.InvariantCulture).Replace('ё', 'е');

    private static IEnumerable<string> WordsOf(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var length = WordAt(text, at);
            if (length == 0) continue;
            yield return text.Substring(at, length);
            at += length;
        }
    }

    private static int WordAt(string text, int start)
    {
        var at = start;
        while (at < text.Length && IsWord(text, at)) at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return at - start;
    }

    private static bool IsWord(string text, int at) => at < text.Length && char.IsLetterOrDigit(text, at);

    private static bool IsQuote(char character) => character is '"' or '«' or '“' or '„';

    private static int? ClosingOf(string text, int opening)
    {
        var end = text.IndexOfAny(['"', '»', '”', '“'], opening + 1);
        return end < 0 ? null : end;
    }
}
