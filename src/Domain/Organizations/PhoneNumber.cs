namespace ClientChats.Domain.Organizations;

/// <summary>A telephone number in E.164 form: a plus sign and 7 to 15 digits.</summary>
public static class PhoneNumber
{
    /// <summary>The calling code and the trunk prefix of countries whose numbers may be given without a plus sign (ITU-T E.164, national plans).</summary>
    private static readonly Dictionary<string, (string Code, string Trunk, int[] Lengths)> Countries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["RU"] = ("7", "8", [10]), ["KZ"] = ("7", "8", [10]), ["BY"] = ("375", "80", [9]), ["UA"] = ("380", "0", [9]), ["UZ"] = ("998", "", [9]),
        ["KG"] = ("996", "0", [9]), ["AM"] = ("374", "0", [8]), ["GE"] = ("995", "0", [9]), ["AZ"] = ("994", "0", [9]), ["TJ"] = ("992", "", [9]),
        ["MD"] = ("373", "0", [8]), ["US"] = ("1", "1", [10]), ["CA"] = ("1", "1", [10]), ["GB"] = ("44", "0", [9, 10]), ["DE"] = ("49", "0", [6, 7, 8, 9, 10, 11]),
        ["FR"] = ("33", "0", [9]), ["ES"] = ("34", "", [9]), ["IT"] = ("39", "", [8, 9, 10, 11]), ["PL"] = ("48", "", [9]), ["TR"] = ("90", "0", [10]),
        ["RS"] = ("381", "0", [8, 9]), ["IL"] = ("972", "0", [8, 9]), ["AE"] = ("971", "0", [8, 9]),
    };

    public static IReadOnlyCollection<string> KnownCountries => Countries.Keys;

    /// <summary>Reads a number as people write it. Without a plus sign it is a number of the given country (ISO 3166-1 alpha-2).</summary>
    public static bool TryNormalize(string? text, string country, out string e164)
    {
        e164 = "";
        if (text is null || text.Length > 40) return false;

        var international = text.TrimStart().StartsWith('+');
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        if (text.Any(c => !char.IsAsciiDigit(c) && !" +-().\u00A0\u2011\u2013/".Contains(c, StringComparison.Ordinal))) return false;
        if (text.LastIndexOf('+') > text.Length - text.TrimStart().Length) return false;

        if (!international)
        {
            if (digits.StartsWith("00", StringComparison.Ordinal)) digits = digits[2..];
            else if (!Countries.TryGetValue(country, out var plan)) return false;
            else if (plan.Trunk.Length > 0 && digits.StartsWith(plan.Trunk, StringComparison.Ordinal) && plan.Lengths.Contains(digits.Length - plan.Trunk.Length)) digits = plan.Code + digits[plan.Trunk.Length..];
            else if (plan.Lengths.Contains(digits.Length)) digits = plan.Code + digits;
            else if (!(digits.StartsWith(plan.Code, StringComparison.Ordinal) && plan.Lengths.Contains(digits.Length - plan.Code.Length))) return false;
        }

        if (digits.Length is < 7 or > 15 || digits[0] == '0') return false;
        e164 = "+" + digits;
        return true;
    }
}
