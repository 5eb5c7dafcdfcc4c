namespace ClientChats.Domain.Naming;

/// <summary>A language in which dictionaries are kept and findings are told.</summary>
public enum NamingLanguage
{
    Russian,
    English
}

/// <summary>Language tags as the API writes them.</summary>
public static class NamingLanguageTags
{
    public static string Tag(this NamingLanguage language) => language is NamingLanguage.Russian ? "ru" : "en";

    public static NamingLanguage? Parse(string? tag) => tag switch
    {
        "ru" => NamingLanguage.Russian,
        "en" => NamingLanguage.English,
        _ => null
    };
}
