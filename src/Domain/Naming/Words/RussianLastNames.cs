namespace ClientChats.Domain.Naming;

internal static class RussianLastNames
{
    private static readonly string[] Endings =
    [
        "ов", "ова", "ев", "ева", "ин", "ина", "ын", "ына", "ский", "ская", "цкий", "цкая", "енко", "чук", "юк", "ян", "дзе", "швили", "их", "ых", "ович", "евич"
    ];

    public static bool Looks(Word word) =>
        word.StartsWithCapital && word.Key.Length > 4 && Array.Exists(Endings, ending => word.Key.EndsWith(ending, StringComparison.Ordinal));
}
