using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Channels;

/// <summary>A channel that somebody may open, its conversation locked for change, and how he stands towards it.</summary>
internal sealed record OpenedChannel(Channel Channel, Conversation Conversation, Standing By);

/// <summary>Opens channels by the one door to conversations.</summary>
internal sealed class ChannelAccess(IClientChatsDb db, ConversationAccess access)
{
    public async Task<OpenedChannel> OpenAsync(Guid channelId, CancellationToken ct)
    {
        var (conversation, by) = await access.OpenAsync(channelId, ct);
        Refuse.If(conversation.Kind != ConversationKind.Channel, ChannelRefusals.NotAChannel);
        var channel = await db.Channels.Include(c => c.Administrators).SingleAsync(c => c.OrganizationId == conversation.OrganizationId && c.Id == conversation.Id, ct);
        return new OpenedChannel(channel, conversation, by);
    }
}
