using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;

namespace ClientChats.Application.Conversations;

/// <summary>Tells those who see a conversation that its name changed.</summary>
internal sealed class TellWhenRenamed(ILiveNotices notices) : IReaction<ConversationRenamed>
{
    public Task React(ConversationRenamed happened, CancellationToken ct)
    {
        notices.Add(new ConversationNotice(happened.OrganizationId, happened.ConversationId, ConversationNotice.Changed));
        return Task.CompletedTask;
    }
}

/// <summary>Tells those who see a conversation that its state changed.</summary>
internal sealed class TellWhenChanged(ILiveNotices notices) : IReaction<ConversationChanged>
{
    public Task React(ConversationChanged happened, CancellationToken ct)
    {
        notices.Add(new ConversationNotice(happened.OrganizationId, happened.ConversationId, ConversationNotice.Changed));
        return Task.CompletedTask;
    }
}

/// <summary>Tells those who see a conversation that its people changed.</summary>
internal sealed class TellWhenMembersChange(ILiveNotices notices) : IReaction<ConversationMembersChanged>
{
    public Task React(ConversationMembersChanged happened, CancellationToken ct)
    {
        notices.Add(new ConversationNotice(happened.OrganizationId, happened.ConversationId, ConversationNotice.MembersChanged));
        return Task.CompletedTask;
    }
}

/// <summary>Has it stored who sees a conversation, after its facts have changed.</summary>
internal sealed class RefreshWhenFactsChange(IAudiences audiences) : IReaction<AudienceFactsChanged>
{
    public Task React(AudienceFactsChanged happened, CancellationToken ct)
    {
        audiences.Changed(happened.OrganizationId, [happened.ConversationId], happened.Cause);
        return Task.CompletedTask;
    }
}
