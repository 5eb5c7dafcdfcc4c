using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ClientChats.Domain.Organizations;

namespace ClientChats.Application.Notifications;

/// <summary>How people's words and times stand in a letter.</summary>
internal static partial class Wording
{
    private const int LongestName = 200;
    private const char WordJoiner = '\u2060';
    private const char Isolate = '\u2068';
    private const char EndOfIsolate = '\u2069';

    /// <summary>
    /// A name that somebody has chosen, made fit for a letter of ours: one line, no character that turns the direction of the
    /// text around it, and nothing that a mail program would make a link of, so that the only link in the letter is ours.
    /// </summary>
    public static string Name(string text)
    {
        var line = PersonName.Tidy(text);
        if (line.Length > LongestName) line = line[..(char.IsHighSurrogate(line[LongestName - 1]) ? LongestName - 1 : LongestName)];
        var name = LooksLikeLink().Replace(line, match => match.Value + WordJoiner);
        return RunsFromRightToLeft().IsMatch(name) ? $"{Isolate}{name}{EndOfIsolate}" : name;
    }

    /// <summary>A moment in a time zone, with its distance from UTC, since the reader may live elsewhere.</summary>
    public static string Moment(DateTimeOffset at, string timeZone, string locale)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        var text = local.ToString("d MMMM, HH:mm", CultureInfo.GetCultureInfo(locale));
        return $"{text} ({Offset(local.Offset)})";
    }

    private static string Offset(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero) return "UTC";
        var text = new StringBuilder("UTC").Append(offset < TimeSpan.Zero ? '\u2212' : '+').Append(Math.Abs(offset.Hours).ToString(CultureInfo.InvariantCulture));
        return offset.Minutes == 0 ? text.ToString() : text.Append(':').Append(Math.Abs(offset.Minutes).ToString("00", CultureInfo.InvariantCulture)).ToString();
    }

    [GeneratedRegex(@"(?<=[\p{L}\p{N}\-])\.(?=\p{L}{2}|\p{N})|:(?=/)|@")]
    private static partial Regex LooksLikeLink();

    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]")]
    private static partial Regex RunsFromRightToLeft();
}
