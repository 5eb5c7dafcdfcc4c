namespace ClientChats.Domain.Messages;

/// <summary>Limits of what a message says.</summary>
public static class MessageText
{
    public const int MaxLength = 10_000;

    /// <summary>How much of a message a list or a quotation shows, in UTF-16 code units.</summary>
    public const int ExcerptLength = 200;

    /// <summary>The beginning of a message, as lists and quotations show it.</summary>
    public static string ExcerptOf(string text)
    {
        if (text.Length <= ExcerptLength) return text;
        return text[..(char.IsHighSurrogate(text[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength)];
    }

    /// <summary>The beginning of a message; one that says nothing of its own is known by what it passes on, or by its first file, in no language.</summary>
    public static string ExcerptOf(string text, IEnumerable<string>? files, string? forwarded = null)
    {
        if (text.Length == 0 && !string.IsNullOrEmpty(forwarded)) return ExcerptOf($"↪ {forwarded}");
        string[] names = text.Length > 0 || files is null ? [] : [.. files];
        return names switch
        {
            [] => ExcerptOf(text),
            [var only] => ExcerptOf($"📎 {only}"),
            [var first, ..] => ExcerptOf($"📎 {first} +{names.Length - 1}"),
        };
    }

    /// <summary>Whether there is anything to read in it: a letter, a digit, a sign or a picture, not only space.</summary>
    public static bool SaysSomething(string text) => text.EnumerateRunes().Any(rune => !System.Text.Rune.IsWhiteSpace(rune) && !System.Text.Rune.IsControl(rune));
}
