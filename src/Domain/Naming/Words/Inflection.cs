namespace ClientChats.Domain.Naming;

internal static class Inflection
{
    /// <summary>The forms under which a word may stand in a name, as keys; the word itself is among them.</summary>
    public static IEnumerable<string> Of(string word)
    {
        var key = WordKey.Of(word);
        return (IsRussian(key) ? RussianForms.Of(key) : EnglishForms.Of(key)).Prepend(key);
    }

    public static IEnumerable<string> OfFirstName(string name)
    {
        var key = WordKey.Of(name);
        return (IsRussian(key) ? RussianForms.OfFirstName(key) : []).Prepend(key);
    }

    private static bool IsRussian(string key) => key.All(c => Scripts.IsCyrillic(c) || c == '-');
}
