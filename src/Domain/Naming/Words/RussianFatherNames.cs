namespace ClientChats.Domain.Naming;

internal static class RussianFatherNames
{
    private static readonly string[] Endings = ["ович", "евич", "овна", "евна", "ична"];

    public static bool Looks(Word word) =>
        word.Key.Length > 6 && Array.Exists(Endings, ending => word.Key.EndsWith(ending, StringComparison.Ordinal));
}
