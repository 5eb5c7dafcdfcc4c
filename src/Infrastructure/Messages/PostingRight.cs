using System.Collections.Concurrent;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Infrastructure.Organizations;

namespace ClientChats.Infrastructure.Messages;

/// <summary>
/// The finding that a member may write into a conversation, true for these versions of the conversation's access and of
/// the member's standing. The statement that appends the message compares both again, on the locked rows.
/// </summary>
internal sealed record PostingRight(Guid OrganizationId, Guid ConversationId, Guid MemberId, long AccessVersion, long MemberVersion, long HistoryFloor, AuthorView Author);

/// <summary>Finds out who may write where, and remembers it as long as nothing contradicts.</summary>
internal sealed class PostingRights(StandingQuestion standings, KnownPeople people) : IHearsNotices
{
    private const int MostRemembered = 50_000;

    private readonly ConcurrentDictionary<(Guid MemberId, Guid ConversationId), PostingRight> _remembered = new();
    private long _generation;

    public async ValueTask<PostingRight> AskAsync(Viewer author, Guid conversationId, CancellationToken ct)
    {
        if (_remembered.TryGetValue((author.MemberId, conversationId), out var right) && right.OrganizationId == author.OrganizationId) return right;

        var generation = Interlocked.Read(ref _generation);
        right = await AskDatabaseAsync(author, conversationId, ct);
        if (_remembered.Count >= MostRemembered) _remembered.Clear();
        if (generation == Interlocked.Read(ref _generation)) _remembered[(author.MemberId, conversationId)] = right;
        return right;
    }

    public void Forget(Guid memberId, Guid conversationId) => _remembered.TryRemove((memberId, conversationId), out _);

    public ValueTask HearAsync(LiveNotice notice, CancellationToken ct)
    {
        if (notice is not (StandingNotice or ProfileNotice or AccessNotice)) return ValueTask.CompletedTask;
        Interlocked.Increment(ref _generation);
        if (notice is AccessNotice access)
        {
            var conversations = access.Changes.Select(change => change.ConversationId).ToHashSet();
            ForgetWhere(key => conversations.Contains(key.ConversationId));
        }
        else
        {
            var member = notice is StandingNotice standing ? standing.MemberId : ((ProfileNotice)notice).ParticipantId;
            ForgetWhere(key => key.MemberId == member);
        }

        return ValueTask.CompletedTask;
    }

    private void ForgetWhere(Func<(Guid MemberId, Guid ConversationId), bool> applies)
    {
        foreach (var key in _remembered.Keys.Where(applies)) _remembered.TryRemove(key, out _);
    }

    private async Task<PostingRight> AskDatabaseAsync(Viewer author, Guid conversationId, CancellationToken ct)
    {
        var row = await standings.AskAsync(author.OrganizationId, conversationId, author.MemberId).WaitAsync(ct);
        if (row is not { Sees: true }) throw new RefusedException(ConversationRefusals.NotFound);

        var standing = row.Of(author.OrganizationId, author.MemberId);
        if (!ConversationAbilities.Of(row.Kind, row.IsArchived, standing).Write)
            throw new RefusedException(row.IsArchived ? ConversationRefusals.Archived : ConversationRefusals.MayNotWrite);

        var known = await people.FindAsync(author.OrganizationId, [author.MemberId], ct);
        return new PostingRight(
            author.OrganizationId, conversationId, author.MemberId, row.AccessVersion, row.MemberVersion, row.HistoryFloor,
            known[author.MemberId].View);
    }
}
