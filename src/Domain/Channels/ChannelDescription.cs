using ClientChats.Domain.Organizations;

namespace ClientChats.Domain.Channels;

/// <summary>What a channel is about. Nothing of it is needed.</summary>
/// <param name="ResponsibleMemberId">Whom to ask; a member of the channel.</param>
/// <param name="Work">The kind of work.</param>
/// <param name="StartsOn">When the work begins.</param>
/// <param name="EndsOn">When it ends.</param>
/// <param name="Summary">What matters, in a sentence or two.</param>
/// <param name="Text">Everything else.</param>
public sealed record ChannelDescription(Guid? ResponsibleMemberId, string? Work, DateOnly? StartsOn, DateOnly? EndsOn, string? Summary, string? Text)
{
    public const int MaxWorkLength = 200;
    public const int MaxSummaryLength = 500;
    public const int MaxTextLength = 10_000;

    public static readonly ChannelDescription Empty = new(null, null, null, null, null, null);

    public ChannelDescription Tidy() => this with { Work = Line(Work), Summary = Line(Summary), Text = Text?.Trim() is { Length: > 0 } text ? text : null };

    private static string? Line(string? text) => PersonName.Tidy(text ?? "") is { Length: > 0 } tidy ? tidy : null;
}
