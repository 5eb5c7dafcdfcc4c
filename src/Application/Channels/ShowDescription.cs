using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Channels;

/// <summary>What a channel is about.</summary>
/// <param name="ResponsibleMemberId">Whom to ask. Guests get him while he is in the channel.</param>
/// <param name="Responsible">The same by name.</param>
/// <param name="Work">The kind of work, up to 200 characters.</param>
/// <param name="StartsOn">When the work begins.</param>
/// <param name="EndsOn">When it ends.</param>
/// <param name="Summary">Up to 500 characters.</param>
/// <param name="Text">Up to 10,000 characters.</param>
/// <param name="Version">The version that the ETag names.</param>
public sealed record DescriptionView(
    Guid? ResponsibleMemberId, MemberName? Responsible, string? Work, DateOnly? StartsOn, DateOnly? EndsOn, string? Summary, string? Text,
    [property: System.Text.Json.Serialization.JsonIgnore] int Version);

/// <summary>A channel's description, for whoever sees or manages the channel.</summary>
public sealed record ShowDescription(Guid ChannelId) : IQuery<DescriptionView>, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, IViewerContext current) : IQueryHandler<ShowDescription, DescriptionView>
    {
        public async Task<DescriptionView> Handle(ShowDescription query, CancellationToken cancellationToken)
        {
            // Sight is asked after the reading: what was written once he had lost it is never handed over.
            var viewer = current.Viewer;
            var found = await db.Channels.AsNoTracking().SingleOrDefaultAsync(c => c.OrganizationId == viewer.OrganizationId && c.Id == query.ChannelId, cancellationToken);
            await access.ManagedOrSeenAsync(query.ChannelId, cancellationToken);
            var channel = found ?? throw new RefusedException(ChannelRefusals.NotAChannel);
            var responsible = channel.ResponsibleMemberId is { } id && (viewer.IsEmployee || await IsInsideAsync(channel, id, cancellationToken))
                ? await db.Members.Where(m => m.OrganizationId == viewer.OrganizationId && m.Id == id).Select(m => new MemberName(m.Id, m.FirstName + " " + m.LastName)).SingleAsync(cancellationToken)
                : null;
            return new DescriptionView(
                responsible?.MemberId, responsible, channel.Work, channel.StartsOn, channel.EndsOn, channel.Summary, channel.Text, channel.DescriptionVersion);
        }

        private Task<bool> IsInsideAsync(Channel channel, Guid memberId, CancellationToken ct) =>
            db.ConversationMembers.AnyAsync(m => m.OrganizationId == channel.OrganizationId && m.ConversationId == channel.Id && m.MemberId == memberId, ct);
    }
}
