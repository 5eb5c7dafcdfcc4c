namespace ClientChats.Domain.Channels;

/// <summary>A member who administers a channel.</summary>
public sealed class ChannelAdministrator
{
    private ChannelAdministrator() { }

    public Guid OrganizationId { get; private init; }
    public Guid ChannelId { get; private init; }
    public Guid MemberId { get; private init; }
    public DateTimeOffset AppointedAt { get; private init; }

    public static ChannelAdministrator Of(Channel channel, Guid memberId, DateTimeOffset at) => new()
    {
        OrganizationId = channel.OrganizationId, ChannelId = channel.Id, MemberId = memberId, AppointedAt = at,
    };
}
