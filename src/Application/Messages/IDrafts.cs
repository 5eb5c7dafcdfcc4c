using ClientChats.Application.Files;
using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Messages;

/// <summary>What somebody has begun to write.</summary>
/// <param name="ConversationId">Where.</param>
/// <param name="Thread">In which thread; 0 outside of threads.</param>
/// <param name="Text">At most 10,000 characters.</param>
/// <param name="ReplyTo">The message that it will answer.</param>
/// <param name="Attachments">Those of its files that still wait to be attached.</param>
/// <param name="At">When it was last kept; of two versions the later one counts.</param>
public sealed record DraftView(Guid ConversationId, long Thread, string Text, QuoteView? ReplyTo, IReadOnlyList<FileView>? Attachments, DateTimeOffset At);

/// <summary>A draft in the list of one's own.</summary>
/// <param name="ConversationId">Where.</param>
/// <param name="Thread">In which thread; 0 outside of threads.</param>
/// <param name="Text">At most 10,000 characters.</param>
/// <param name="ReplyTo">The number of the message that it will answer.</param>
/// <param name="At">When it was last kept; of two versions the later one counts.</param>
public sealed record DraftItem(Guid ConversationId, long Thread, string Text, long? ReplyTo, DateTimeOffset At);

/// <summary>That a draft was kept.</summary>
/// <param name="At">The time by which this version is known.</param>
public sealed record KeptDraft(DateTimeOffset At);

/// <summary>A draft as its owner sends it.</summary>
public sealed record NewDraft(Guid ConversationId, long Thread, string Text, long? ReplyTo, IReadOnlyList<Guid> AttachmentIds);

/// <summary>
/// Keeps drafts. Nobody but its owner ever reads one, and he only where he sees the conversation at that moment; where he
/// has lost it, the draft waits for him.
/// </summary>
public interface IDrafts
{
    /// <summary>Those in conversations that he sees, the newest first.</summary>
    Task<IReadOnlyList<DraftItem>> ListAsync(Viewer owner, CancellationToken ct);

    /// <summary>Refuses where he does not see the conversation, and where he has no draft.</summary>
    Task<DraftView> FindAsync(Viewer owner, Guid conversationId, long thread, CancellationToken ct);

    /// <summary>Keeps a draft in place of the one before; refuses what he may not write.</summary>
    Task<KeptDraft> KeepAsync(Viewer owner, NewDraft draft, CancellationToken ct);

    /// <summary>Forgets a draft, if there is one; refuses where he does not see the conversation.</summary>
    Task DropAsync(Viewer owner, Guid conversationId, long thread, CancellationToken ct);

    /// <summary>What he has written there was sent. For whoever keeps no drafts here this asks nothing of the database.</summary>
    Task SentAsync(Viewer owner, Guid conversationId, long thread);

    /// <summary>Forgets drafts whose owner has not seen the conversation since a time; answers how many.</summary>
    Task<int> SweepAsync(Guid organizationId, DateTimeOffset before, CancellationToken ct);
}
