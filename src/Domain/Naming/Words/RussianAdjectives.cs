namespace ClientChats.Domain.Naming;

internal static class RussianAdjectives
{
    private static readonly string[] Endings = ["ая", "яя", "ый", "ий", "ой", "ое", "ее", "ые", "ие", "ого", "его", "ых", "их"];

    public static bool Looks(string key) => key.Length > 4 && Array.Exists(Endings, ending => key.EndsWith(ending, StringComparison.Ordinal));
}
