using ClientChats.Application.Kernel;

namespace ClientChats.Application.Conversations;

/// <summary>How far a member has read.</summary>
/// <param name="ParticipantId">The person in conversations; for a member the same as his id.</param>
/// <param name="Number">Up to which number he has read.</param>
public sealed record ReadOf(Guid ParticipantId, long Number);

/// <summary>How far the members of a conversation have read; who reads by duty or responsibility alone is not told of.</summary>
public sealed record ListReads(Guid ConversationId) : IQuery<IReadOnlyList<ReadOf>>, IForMembers
{
    internal sealed class Handler(IReadMarks marks, ConversationAccess access, IViewerContext current) : IQueryHandler<ListReads, IReadOnlyList<ReadOf>>
    {
        public async Task<IReadOnlyList<ReadOf>> Handle(ListReads query, CancellationToken cancellationToken)
        {
            await access.SeenAsync(query.ConversationId, cancellationToken);
            return [.. (await marks.OfMembersAsync(current.Viewer, query.ConversationId, cancellationToken)).Select(mark => new ReadOf(mark.MemberId, mark.Number))];
        }
    }
}
