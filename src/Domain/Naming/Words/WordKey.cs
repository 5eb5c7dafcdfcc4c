namespace ClientChats.Domain.Naming;

internal static class WordKey
{
    /// <summary>The word as dictionaries compare it: small letters, е for ё, no dots.</summary>
    public static string Of(string word)
    {
        var key = word.ToLowerInvariant();
        if (key.Contains('ё', StringComparison.Ordinal)) key = key.Replace('ё', 'е');
        return key.Contains('.', StringComparison.Ordinal) ? key.Replace(".", "", StringComparison.Ordinal) : key;
    }

    /// <summary>The same, but the dot stays: it makes the difference between «опт.» and «опт».</summary>
    public static string OfShortForm(string word) => word.EndsWith('.') ? Of(word) + "." : Of(word);
}
