using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Organizations;

/// <summary>What a password must be: 8 to 128 characters and none that everybody tries first. No composition rules.</summary>
public static class PasswordRules
{
    public const int MinLength = 8;
    public const int MaxLength = 128;

    public static readonly Refusal TooCommon = Refusal.Invalid("passwords.tooCommon", "This password is among the first that anybody would try.", "Этот пароль попробуют одним из первых.");
    public static readonly Refusal TooShort = Refusal.Invalid("passwords.tooShort", "At least 8 characters; 15 are better.", "Не меньше 8 знаков, а лучше 15.");
    public static readonly Refusal TooLong = Refusal.Invalid("passwords.tooLong", "At most 128 characters.", "Не больше 128 знаков.");
    public static readonly Refusal IsYours = Refusal.Invalid("passwords.isYours", "This is your own address or name.", "Это ваш адрес или имя.");

    private static readonly HashSet<string> Common = new(Read(), StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a password, or null. <paramref name="own"/> are the person's address and names, which are no secret.</summary>
    public static Refusal? Judge(string password, params IEnumerable<string?> own)
    {
        var characters = password.EnumerateRunes().Count();
        if (characters < MinLength) return TooShort;
        if (password.Length > MaxLength) return TooLong;
        if (Common.Contains(password) || password.Distinct().Count() <= 2) return TooCommon;
        return own.Any(word => word is { Length: >= MinLength } && string.Equals(word, password, StringComparison.OrdinalIgnoreCase)) ? IsYours : null;
    }

    private static IEnumerable<string> Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("ClientChats.Domain.Organizations.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
