namespace ClientChats.Domain.Naming;

internal static class RomanNumerals
{
    private static readonly HashSet<string> Numerals = ["II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XX", "XXI"];

    public static bool Contains(string word) => Numerals.Contains(word);
}
