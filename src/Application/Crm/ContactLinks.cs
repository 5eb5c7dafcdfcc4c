using ClientChats.Application.Kernel;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>Recognises clients in conversations as contacts of the CRM: by phone, by e-mail address, by messenger id.</summary>
/// <remarks>A link by hand stands instead of automatic ones for that participant. A participant who fits several contacts is linked to all of them.</remarks>
internal sealed class ContactLinks(IClientChatsDb db, TimeProvider time)
{
    /// <summary>Links a contact to whom its present keys fit, and to nobody else; answers everybody who was or is linked to it.</summary>
    public async Task<IReadOnlyCollection<Guid>> AlignAsync(Contact contact, CancellationToken ct)
    {
        var present = await db.ParticipantContacts.Where(l => l.OrganizationId == contact.OrganizationId && l.ExternalId == contact.ExternalId).ToListAsync(ct);
        var concerned = present.Select(l => l.ParticipantId).ToHashSet();
        var fitting = contact.IsDeleted ? [] : await FittingAsync(contact, ct);

        db.ParticipantContacts.RemoveRange(present.Where(l => contact.IsDeleted || l.LinkedBy != LinkedBy.Hand && !fitting.ContainsKey(l.ParticipantId)));
        foreach (var (participantId, by) in fitting.Where(f => !concerned.Contains(f.Key))) db.ParticipantContacts.Add(Link(contact.OrganizationId, participantId, contact.ExternalId, by));

        concerned.UnionWith(fitting.Keys);
        return concerned;
    }

    /// <summary>Links a client to every contact that he fits.</summary>
    public async Task AlignAsync(Guid organizationId, Guid participantId, bool isClient, IReadOnlyCollection<(string Kind, string Value, LinkedBy By)> keys, CancellationToken ct)
    {
        var present = await db.ParticipantContacts.Where(l => l.OrganizationId == organizationId && l.ParticipantId == participantId).ToListAsync(ct);
        if (present.Exists(l => l.LinkedBy == LinkedBy.Hand) && isClient) return;

        var fitting = new Dictionary<string, LinkedBy>(StringComparer.Ordinal);
        if (isClient)
        {
            var removed = await db.RemovedLinks.Where(l => l.OrganizationId == organizationId && l.ParticipantId == participantId).Select(l => l.ExternalId).ToListAsync(ct);
            foreach (var (kind, value, by) in keys)
            {
                var contacts = await db.ContactKeys.Where(k => k.OrganizationId == organizationId && k.Kind == kind && k.Value == value).Select(k => k.ExternalId).ToListAsync(ct);
                foreach (var contact in contacts.Except(removed, StringComparer.Ordinal)) fitting.TryAdd(contact, by);
            }
        }

        db.ParticipantContacts.RemoveRange(present.Where(l => !fitting.ContainsKey(l.ExternalId)));
        var linked = present.Select(l => l.ExternalId).ToHashSet(StringComparer.Ordinal);
        foreach (var (contact, by) in fitting.Where(f => !linked.Contains(f.Key))) db.ParticipantContacts.Add(Link(organizationId, participantId, contact, by));
    }

    private async Task<Dictionary<Guid, LinkedBy>> FittingAsync(Contact contact, CancellationToken ct)
    {
        var organizationId = contact.OrganizationId;
        var phones = contact.Keys.Where(k => k.Kind == ContactKey.Phone).Select(k => k.Value).ToList();
        var emails = contact.Keys.Where(k => k.Kind == ContactKey.Email).Select(k => k.Value).ToList();
        var fitting = new Dictionary<Guid, LinkedBy>();

        foreach (var id in await db.OutsideParticipants.Where(p => p.OrganizationId == organizationId && p.MemberId == null && p.Phone != null && phones.Contains(p.Phone)).Select(p => p.Id).ToListAsync(ct))
            fitting.TryAdd(id, LinkedBy.Phone);
        foreach (var id in await db.Members.Where(m => m.OrganizationId == organizationId && m.Role == Role.Guest && emails.Contains(m.EmailKey)).Select(m => m.Id).ToListAsync(ct))
            fitting.TryAdd(id, LinkedBy.Email);
        foreach (var messenger in contact.Keys.Where(k => k.MessengerKind is not null).GroupBy(k => k.MessengerKind!))
        {
            var outsideIds = messenger.Select(k => k.Value).ToList();
            var ids = await (
                from person in db.OutsideParticipants
                where person.OrganizationId == organizationId && person.MemberId == null && outsideIds.Contains(person.OutsideId)
                join bridge in db.Bridges on new { person.OrganizationId, Id = person.BridgeId } equals new { bridge.OrganizationId, bridge.Id }
                where bridge.Kind == messenger.Key
                select person.Id).ToListAsync(ct);
            foreach (var id in ids) fitting.TryAdd(id, LinkedBy.Messenger);
        }

        var candidates = fitting.Keys.ToList();
        var byHand = await db.ParticipantContacts
            .Where(l => l.OrganizationId == organizationId && candidates.Contains(l.ParticipantId) && l.LinkedBy == LinkedBy.Hand).Select(l => l.ParticipantId).ToListAsync(ct);
        var removed = await db.RemovedLinks
            .Where(l => l.OrganizationId == organizationId && candidates.Contains(l.ParticipantId) && l.ExternalId == contact.ExternalId).Select(l => l.ParticipantId).ToListAsync(ct);
        foreach (var id in byHand.Concat(removed)) fitting.Remove(id);
        return fitting;
    }

    /// <summary>By what this client can be recognised: the number and the messenger id of somebody outside, the address of a guest.</summary>
    public async Task<IReadOnlyCollection<(string Kind, string Value, LinkedBy By)>> KeysAsync(Guid organizationId, Guid participantId, CancellationToken ct)
    {
        var outside = await (
            from person in db.OutsideParticipants
            where person.OrganizationId == organizationId && person.Id == participantId && person.MemberId == null
            join bridge in db.Bridges on new { person.OrganizationId, Id = person.BridgeId } equals new { bridge.OrganizationId, bridge.Id }
            select new { person.Phone, person.OutsideId, bridge.Kind }).SingleOrDefaultAsync(ct);
        if (outside is not null)
        {
            return
            [
                .. outside.Phone is { } phone ? [(ContactKey.Phone, phone, LinkedBy.Phone)] : Array.Empty<(string, string, LinkedBy)>(),
                (ContactKey.Messenger(outside.Kind), outside.OutsideId, LinkedBy.Messenger),
            ];
        }

        var email = await db.Members.Where(m => m.OrganizationId == organizationId && m.Id == participantId && m.Role == Role.Guest).Select(m => m.EmailKey).SingleOrDefaultAsync(ct);
        return email is null ? [] : [(ContactKey.Email, email, LinkedBy.Email)];
    }

    /// <summary>Links a client to a contact by hand, instead of whatever he was linked to.</summary>
    public async Task LinkByHandAsync(Guid organizationId, Guid participantId, string externalId, CancellationToken ct)
    {
        var present = await db.ParticipantContacts.Where(l => l.OrganizationId == organizationId && l.ParticipantId == participantId).ToListAsync(ct);
        db.RemovedLinks.RemoveRange(await db.RemovedLinks.Where(l => l.OrganizationId == organizationId && l.ParticipantId == participantId && l.ExternalId == externalId).ToListAsync(ct));
        if (present is [{ LinkedBy: LinkedBy.Hand } only] && only.ExternalId == externalId) return;

        db.ParticipantContacts.RemoveRange(present);
        await db.FlushAsync(ct);
        db.ParticipantContacts.Add(Link(organizationId, participantId, externalId, LinkedBy.Hand));
    }

    /// <summary>Parts a client from a contact, or from all, for good; other contacts that he fits are linked again.</summary>
    public async Task RemoveByHandAsync(Guid organizationId, Guid participantId, string? externalId, Guid by, CancellationToken ct)
    {
        var gone = await db.ParticipantContacts
            .Where(l => l.OrganizationId == organizationId && l.ParticipantId == participantId && (externalId == null || l.ExternalId == externalId)).ToListAsync(ct);
        if (gone.Count == 0) return;

        db.ParticipantContacts.RemoveRange(gone);
        foreach (var link in gone)
            db.RemovedLinks.Add(new RemovedLink { OrganizationId = organizationId, ParticipantId = participantId, ExternalId = link.ExternalId, RemovedBy = by, RemovedAt = time.GetUtcNow() });
        await db.FlushAsync(ct);
        await AlignAsync(organizationId, participantId, isClient: true, await KeysAsync(organizationId, participantId, ct), ct);
    }

    private ParticipantContact Link(Guid organizationId, Guid participantId, string externalId, LinkedBy by) => new()
    {
        OrganizationId = organizationId, ParticipantId = participantId, ExternalId = externalId, LinkedBy = by, LinkedAt = time.GetUtcNow(),
    };
}
