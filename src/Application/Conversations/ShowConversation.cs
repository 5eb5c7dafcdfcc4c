using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Conversations;

/// <summary>One conversation, and what the viewer may do in it.</summary>
public sealed record ShowConversation(Guid Id) : IQuery<ConversationView>, IForMembers
{
    internal sealed class Handler(ConversationReader reader) : IQueryHandler<ShowConversation, ConversationView>
    {
        public Task<ConversationView> Handle(ShowConversation query, CancellationToken cancellationToken) => reader.ReadAsync(query.Id, cancellationToken);
    }
}

/// <summary>Reads one conversation as its viewer gets it; commands answer with it too.</summary>
internal sealed class ConversationReader(IConversationList list, ConversationAccess access, IViewerContext current)
{
    public async Task<ConversationView> ReadAsync(Guid id, CancellationToken ct)
    {
        var standing = await access.ManagedOrSeenAsync(id, ct);
        var details = standing.Sees
            ? await list.FindAsync(current.Viewer, id, ct)
            : await list.FindManagedAsync(current.Viewer, id, ct);
        return View(details ?? throw new RefusedException(ConversationRefusals.NotFound), standing);
    }

    private static ConversationView View(ConversationDetails details, Standing standing)
    {
        var item = details.Item;
        var isArchived = item.ArchivedAt is not null;
        var can = ConversationAbilities.Of(item.Kind, isArchived, standing);
        return new ConversationView
        {
            Id = item.Id, Kind = item.Kind, Name = item.Name, Access = item.Access, AvatarUrl = item.AvatarUrl, IsClientChat = item.IsClientChat,
            ClientCount = item.ClientCount, Unlinked = item.Unlinked, UnreadCount = item.UnreadCount, MentionCount = item.MentionCount, LastMessage = item.LastMessage,
            LastActivityAt = item.LastActivityAt, PinnedCount = item.PinnedCount, ArchivedAt = item.ArchivedAt, Visibility = item.Visibility, Joined = item.Joined, Person = item.Person, Bridge = item.Bridge,
            Members = item.Members, CreatedAt = details.CreatedAt,
            LastNumber = standing.Sees ? details.LastNumber : null, Revision = standing.Sees ? details.Revision : null,
            FirstNumber = standing.Sees ? details.HistoryFloor + 1 : null, ReadNumber = details.ReadNumber,
            Owner = details is { OwnerId: { } owner, OwnerName: { } name } ? new MemberName(owner, name) : null,
            OutsideTitle = standing.Viewer.IsEmployee ? details.OutsideTitle : null, Managed = standing.OnlyManages ? true : null,
            Can = can, ReadOnly = can.ReadOnly(item.Kind, isArchived, standing),
        };
    }
}
