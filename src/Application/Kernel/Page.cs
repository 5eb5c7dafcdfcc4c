using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClientChats.Domain.Kernel;
using FluentValidation;

namespace ClientChats.Application.Kernel;

/// <summary>A part of a list, and where the next one begins.</summary>
/// <param name="Items">The items, in the order of the list.</param>
/// <param name="NextCursor">To be given back as <c>cursor</c>; null at the end of the list.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? NextCursor);

/// <summary>A place in a list: the values by which its order is decided, so that what did not move is neither skipped nor repeated.</summary>
public static class Cursor
{
    public const int MaxLength = 2000;
    public const int MaxLimit = 200;
    public const int DefaultLimit = 50;

    private static readonly Refusal Invalid = Refusal.Invalid("validation.cursor", "This is no cursor of this list.", "Это не курсор этого списка.");

    public static string Of(params object[] place) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(place.Select(value => value switch
    {
        DateTimeOffset time => time.UtcTicks.ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    })));

    /// <summary>The values of a cursor with as many of them as the list's order has; null where there is none.</summary>
    public static string[]? Read(string? cursor, int values)
    {
        if (cursor is null) return null;
        try
        {
            var place = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor));
            if (place?.Length == values && place.All(value => value is not null && !value.Contains('\0', StringComparison.Ordinal))) return place;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or DecoderFallbackException)
        {
        }

        throw new RefusedException(Invalid) { Field = "cursor" };
    }

    /// <summary>The id that is all that a cursor holds.</summary>
    public static Guid? ReadId(string? cursor) => Read(cursor, 1) is [var text] ? IdIn(text) : null;

    public static Guid IdIn(string text) => Guid.TryParse(text, out var id) ? id : throw new RefusedException(Invalid) { Field = "cursor" };

    public static long NumberIn(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new RefusedException(Invalid) { Field = "cursor" };

    /// <summary>The time and the id that a cursor holds.</summary>
    public static (DateTimeOffset At, Guid Id)? ReadTimeAndId(string? cursor)
    {
        if (Read(cursor, 2) is not [var time, var text]) return null;
        return (TimeIn(time), IdIn(text));
    }

    public static DateTimeOffset TimeIn(string text) => NumberIn(text) is var ticks && ticks <= DateTimeOffset.MaxValue.Ticks
        ? new DateTimeOffset(ticks, TimeSpan.Zero)
        : throw new RefusedException(Invalid) { Field = "cursor" };

    public static IRuleBuilderOptions<T, int> PageLimit<T>(this IRuleBuilder<T, int> rule) => rule.InclusiveBetween(1, MaxLimit);
}
