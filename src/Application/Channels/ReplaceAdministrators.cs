using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Channels;

/// <summary>Who is deactivated, or becomes a guest, administers no channel any more; the last administrator has a successor.</summary>
internal sealed class ReplaceAdministratorWhenGone(IClientChatsDb db, TimeProvider time) : IReaction<MemberStandingChanged>
{
    public async Task React(MemberStandingChanged happened, CancellationToken ct)
    {
        if (happened.IsActive && happened.To != Role.Guest) return;
        var ids = await db.Channels.Where(c => c.OrganizationId == happened.OrganizationId && c.Administrators.Any(a => a.MemberId == happened.MemberId)).Select(c => c.Id).ToListAsync(ct);
        if (ids.Count == 0) return;

        await db.LockConversationsAsync(happened.OrganizationId, ids, ct);
        var channels = await db.Channels.Include(c => c.Administrators).Where(c => c.OrganizationId == happened.OrganizationId && ids.Contains(c.Id)).ToListAsync(ct);
        var conversations = await db.Conversations.Include(c => c.Members).ThenInclude(m => m.Person).Where(c => c.OrganizationId == happened.OrganizationId && ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        foreach (var channel in channels) Administration.Leave(channel, conversations[channel.Id], happened.MemberId, time.GetUtcNow());
    }
}

/// <summary>An administrator who leaves a channel administers it no more; the last one is followed by the employee who has been in it longest.</summary>
internal sealed class ReplaceAdministratorWhenLeft(IClientChatsDb db, TimeProvider time) : IReaction<EmployeeLeftConversation>
{
    public async Task React(EmployeeLeftConversation happened, CancellationToken ct)
    {
        var channel = await db.Channels.Include(c => c.Administrators).SingleOrDefaultAsync(c => c.OrganizationId == happened.OrganizationId && c.Id == happened.ConversationId, ct);
        if (channel is null) return;

        var conversation = await db.Conversations.SingleAsync(c => c.OrganizationId == happened.OrganizationId && c.Id == happened.ConversationId, ct);
        Administration.Leave(channel, conversation, happened.MemberId, time.GetUtcNow());
    }
}

/// <summary>Whoever joins a public channel that everybody had left administers it.</summary>
internal sealed class AppointWhoJoinsAlone(IClientChatsDb db, TimeProvider time) : IReaction<EmployeeJoinedConversation>
{
    public async Task React(EmployeeJoinedConversation happened, CancellationToken ct)
    {
        var channel = await db.Channels.Include(c => c.Administrators).SingleAsync(c => c.OrganizationId == happened.OrganizationId && c.Id == happened.ConversationId, ct);
        var conversation = await db.Conversations.SingleAsync(c => c.OrganizationId == happened.OrganizationId && c.Id == happened.ConversationId, ct);
        if (channel.Administrators.Count == 0 && conversation.Members is [{ Person: { } person }]) Administration.Give(channel, conversation, person, time.GetUtcNow());
    }
}

/// <summary>How a channel keeps an administrator.</summary>
internal static class Administration
{
    public static void Leave(Channel channel, Conversation conversation, Guid formerAdministrator, DateTimeOffset at)
    {
        var isLast = channel.Lose(formerAdministrator);
        if (isLast && Succession.After(formerAdministrator, conversation) is { } next) Give(channel, conversation, next, at);
    }

    public static void Give(Channel channel, Conversation conversation, Member next, DateTimeOffset at)
    {
        channel.Appoint(next, at);
        conversation.Note(new SystemFact(SystemFactType.AdministratorAppointed) { Person = next.Id }, at);
        conversation.PeopleChanged();
    }
}
