using System.Globalization;
using System.Text;

namespace ClientChats.Domain.Organizations;

/// <summary>An e-mail address as it was typed, and the key by which two spellings of one address are the same.</summary>
public sealed record EmailAddress
{
    public const int MaxLength = 254;

    private static readonly IdnMapping Idn = new();

    private EmailAddress(string value, string key) => (Value, Key) = (value, key);

    /// <summary>The address as it was typed, without surrounding spaces.</summary>
    public string Value { get; }

    /// <summary>Lower case, normalized (NFKC), the domain in its ASCII form: equal for equal addresses.</summary>
    public string Key { get; }

    /// <summary>Reads an address: one @, a local part of 1 to 64 characters, a domain with a dot, nothing that could end a mail header.</summary>
    public static bool TryParse(string? text, out EmailAddress address)
    {
        address = null!;
        var value = text?.Trim();
        if (string.IsNullOrEmpty(value) || value.Length > MaxLength) return false;

        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > 64 || at == value.Length - 1 || value.LastIndexOf('@') != at) return false;
        if (value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || "()<>[]:;,\\\"".Contains(c, StringComparison.Ordinal))) return false;
        if (value.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate)) return false;

        var local = value[..at];
        if (local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal)) return false;
        if (!TryDomain(value[(at + 1)..], out var domain)) return false;

        var key = $"{local.Normalize(NormalizationForm.FormKC).ToLowerInvariant()}@{domain}";
        address = new EmailAddress(value, key);
        return true;
    }

    /// <summary>Reads an address that is known to be one.</summary>
    public static EmailAddress Parse(string text) => TryParse(text, out var address) ? address : throw new FormatException("This is not an e-mail address.");

    public override string ToString() => Value;

    private static bool TryDomain(string text, out string ascii)
    {
        ascii = "";
        try
        {
            ascii = Idn.GetAscii(text.Normalize(NormalizationForm.FormKC)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        var labels = ascii.Split('.');
        return labels.Length > 1 && labels.All(label => label.Length is > 0 and <= 63 && !label.StartsWith('-') && !label.EndsWith('-')
            && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    }
}
