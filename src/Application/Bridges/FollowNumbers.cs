using ClientChats.Application.Crm;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Bridges;

/// <summary>From the moment a number is entered as a member's own, whoever writes from it outside is that employee, not a client.</summary>
internal sealed class FollowNumbers(IClientChatsDb db, ContactLinks links, ContactReach reach, IAudiences audiences) : IReaction<MemberNumbersChanged>
{
    public async Task React(MemberNumbersChanged happened, CancellationToken ct)
    {
        await db.FlushAsync(ct);
        var people = await db.OutsideParticipants.Where(p => p.OrganizationId == happened.OrganizationId && p.Phone != null && happened.Phones.Contains(p.Phone)).ToListAsync(ct);
        if (people.Count == 0) return;

        var owners = await (
            from phone in db.MemberPhones
            where phone.OrganizationId == happened.OrganizationId && happened.Phones.Contains(phone.Phone)
            join member in db.Members on new { phone.OrganizationId, Id = phone.MemberId } equals new { member.OrganizationId, member.Id }
            where member.Role != Role.Guest
            select phone).ToDictionaryAsync(p => p.Phone, p => p.MemberId, ct);
        var bridges = await db.Bridges.Where(b => b.OrganizationId == happened.OrganizationId).ToDictionaryAsync(b => b.Id, ct);
        foreach (var person in people)
        {
            person.Is(owners.TryGetValue(person.Phone!, out var owner) ? owner : null);
            await links.AlignAsync(person.OrganizationId, person.Id, person.IsClient, Mirror.KeysOf(bridges[person.BridgeId], person), ct);
        }

        var conversations = await reach.ConversationsOfAsync(happened.OrganizationId, [.. people.Select(p => p.Id)], ct);
        audiences.Changed(happened.OrganizationId, conversations, "ownNumber");
        if (people.TrueForAll(p => !p.IsClient)) return;

        await db.LockConversationsAsync(happened.OrganizationId, conversations, ct);
        foreach (var conversation in await db.Conversations.Where(c => c.OrganizationId == happened.OrganizationId && conversations.Contains(c.Id)).ToListAsync(ct)) conversation.MemberBecameClient();
    }
}
