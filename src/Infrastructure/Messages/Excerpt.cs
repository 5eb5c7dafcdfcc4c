using ClientChats.Domain.Messages;

namespace ClientChats.Infrastructure.Messages;

/// <summary>The beginning of a message, as lists and quotations show it.</summary>
internal static class Excerpt
{
    public static string Of(string text)
    {
        if (text.Length <= MessageText.ExcerptLength) return text;
        var end = MessageText.ExcerptLength;
        return char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end];
    }
}
