namespace ClientChats.Domain.Naming;

/// <summary>One thing that a name tells about its chat. Each part is a placeholder of patterns under its own name: <c>{project}</c>.</summary>
public enum NamePart
{
    Project,
    Client,
    Work,
    Responsible
}

internal static class NamePartPlaceholders
{
    private static readonly Dictionary<string, NamePart> ByWord = Enum.GetValues<NamePart>().ToDictionary(WordOf, StringComparer.Ordinal);

    public static bool TryParse(string word, out NamePart part) => ByWord.TryGetValue(word, out part);

    public static string WordOf(NamePart part)
    {
        var name = part.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
