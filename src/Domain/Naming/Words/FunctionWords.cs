namespace ClientChats.Domain.Naming;

/// <summary>Prepositions, conjunctions, articles: they tie words together and tell nothing alone.</summary>
internal static class FunctionWords
{
    private static readonly HashSet<string> Words =
    [
        "а", "без", "в", "во", "для", "до", "за", "и", "из", "или", "к", "на", "над", "но", "о", "об", "от", "по", "под", "при", "про", "с", "со", "у", "через",
        "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "vs", "with"
    ];

    public static bool Contains(string key) => Words.Contains(key);
}
