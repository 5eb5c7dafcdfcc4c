using System.Security.Cryptography;
using System.Text;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

internal sealed class HandoverValidator : AbstractValidator<HandoverInput>
{
    private static readonly Refusal NoSelector = Refusal.Invalid("crm.noSelector", "Say which contacts, or whose.", "Укажите контакты или того, чьих клиентов передать.");

    public HandoverValidator()
    {
        RuleFor(x => x.ContactIds).Must((input, ids) => ids is { Count: > 0 } || input.FromMemberId is not null).Says(NoSelector)
            .Must(ids => ids is null || ids.Count <= 1000).WithErrorCode("crm.tooMany");
        RuleFor(x => x.ToMemberId).NotEmpty();
        RuleFor(x => x.Expected).MaximumLength(100);
    }
}

/// <summary>Which contacts a handover moves, and whether the viewer may move them.</summary>
internal sealed class HandoverSelection(IClientChatsDb db, IViewerContext current)
{
    public async Task<List<Contact>> SelectAsync(HandoverInput input, CancellationToken ct)
    {
        var viewer = current.Viewer;
        Refuse.If(viewer.IsGuest, CrmRefusals.ContactNotFound);
        var contacts = db.Contacts.Where(c => c.OrganizationId == viewer.OrganizationId && c.DeletedAt == null);
        var responsibles = db.ContactResponsibles.Where(r => r.OrganizationId == viewer.OrganizationId);

        var mayAny = viewer.IsAdministrator || viewer.IsSupervisor;
        if (!mayAny) contacts = contacts.Where(c => responsibles.Any(r => r.ExternalId == c.ExternalId && r.MemberId == viewer.MemberId));
        if (input.ContactIds is { Count: > 0 } ids)
        {
            var known = await contacts.CountAsync(c => ids.Contains(c.ExternalId), ct);
            Refuse.If(known != ids.Distinct(StringComparer.Ordinal).Count(), CrmRefusals.ContactNotFound);
            contacts = contacts.Where(c => ids.Contains(c.ExternalId));
        }

        if (input.FromMemberId is { } from)
        {
            Refuse.If(!mayAny && from != viewer.MemberId, CrmRefusals.ContactNotFound);
            contacts = contacts.Where(c => responsibles.Any(r => r.ExternalId == c.ExternalId && r.MemberId == from));
        }

        var recipient = await db.Members.AnyAsync(m => m.OrganizationId == viewer.OrganizationId && m.Id == input.ToMemberId && m.Status == MemberStatus.Active && m.Role != Role.Guest, ct);
        if (!recipient) throw new RefusedException(CrmRefusals.RecipientNotActive) { Field = "toMemberId" };

        var selected = await contacts.OrderBy(c => c.ExternalId).Include(c => c.Keys).Include(c => c.Deals).ToListAsync(ct);
        Refuse.If(selected.Count == 0, CrmRefusals.NobodyToHandOver);
        return selected;
    }

    /// <summary>Names what a handover does: the same contacts opening and closing the same conversations to the same people.</summary>
    public static string ExpectedOf(IEnumerable<Contact> contacts, IEnumerable<AccessChange> changes)
    {
        var text = new StringBuilder();
        foreach (var contact in contacts) text.Append(contact.ExternalId).Append('\n');
        foreach (var change in changes.Select(c => $"{c.ConversationId} {c.MemberId} {c.Audience} {c.Gained}").Order(StringComparer.Ordinal)) text.Append(change).Append('\n');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32].ToLowerInvariant();
    }
}
