using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Kernel;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items.</param>
/// <param name="NextCursor">Asks for the next part; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? NextCursor);

/// <summary>Where the next part of a list begins: the keys of the last item, in an opaque form.</summary>
public static class Cursor
{
    public const int MaxLength = 400;

    private static readonly Refusal Unreadable = Refusal.Invalid("request.cursorInvalid", "This cursor is not one of ours.", "Такого курсора нет.");

    public static string Of(params object[] keys) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join('\n', keys.Select(key => key switch
        {
            DateTimeOffset time => time.UtcTicks.ToString(CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => key.ToString(),
        })))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The keys of a cursor; null without one. A cursor of other keys is refused.</summary>
    public static string[]? Read(string? cursor, int keys)
    {
        if (cursor is null) return null;
        try
        {
            var base64 = cursor.Replace('-', '+').Replace('_', '/');
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='))).Split('\n');
            return parts.Length == keys ? parts : throw Refused();
        }
        catch (FormatException)
        {
            throw Refused();
        }
    }

    /// <summary>The two keys of most lists: a time and an id.</summary>
    public static (DateTimeOffset At, Guid Id)? ReadTimeAndId(string? cursor)
    {
        if (Read(cursor, 2) is not { } keys) return null;
        return long.TryParse(keys[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks && Guid.TryParse(keys[1], out var id)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : throw Refused();
    }

    private static RefusedException Refused() => new(Unreadable) { Field = "cursor" };
}
