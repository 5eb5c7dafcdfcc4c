using ClientChats.Application.Kernel;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>A deal as a CRM sends it.</summary>
/// <param name="Id">1 to 200 characters, one of a kind in the contact.</param>
/// <param name="Name">At most 300 characters.</param>
/// <param name="ResponsibleMemberId">The responsible as our member.</param>
/// <param name="ResponsibleCrmUserId">The responsible as the CRM's user.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="ClosedAt">When it was closed; absent while it is open.</param>
public sealed record DealInput(string Id, string? Name, Guid? ResponsibleMemberId, string? ResponsibleCrmUserId, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt);

/// <summary>One full state of a contact as a CRM sends it.</summary>
/// <param name="Name">1 to 300 characters.</param>
/// <param name="Phones">At most 50; without a plus sign they are read in the organization's country.</param>
/// <param name="Emails">At most 50.</param>
/// <param name="MessengerIds">At most 50.</param>
/// <param name="ResponsibleMemberId">The responsible as our member; may be unknown or deactivated, and counts as none then.</param>
/// <param name="ResponsibleCrmUserId">The responsible as the CRM's user.</param>
/// <param name="Deals">At most 200.</param>
/// <param name="Revision">Lower than or equal to the stored one changes nothing; without it the last write wins.</param>
public sealed record ContactInput(
    string Name, IReadOnlyList<string>? Phones, IReadOnlyList<string>? Emails, IReadOnlyList<MessengerId>? MessengerIds,
    Guid? ResponsibleMemberId, string? ResponsibleCrmUserId, IReadOnlyList<DealInput>? Deals, long? Revision);

/// <summary>The CRM says what a contact is now; who sees the client's conversations changes in the same transaction.</summary>
public sealed record SaveContact(string ExternalId, ContactInput Contact) : ICommand<SavedContact>, IChangesVisibility, IForAdministrators
{
    internal sealed class Validator : AbstractValidator<SaveContact>
    {
        private static readonly Refusal IdInvalid = Refusal.Invalid("crm.externalIdInvalid", "1 to 200 characters, no control characters.", "От 1 до 200 знаков, без управляющих.");
        private static readonly Refusal TooMany = Refusal.Invalid("crm.tooMany", "Too many of these.", "Слишком много.");
        private static readonly Refusal DealTwice = Refusal.Invalid("crm.dealTwice", "Two deals have one id.", "У двух сделок один номер.");

        public Validator()
        {
            RuleFor(x => x.ExternalId).Must(IsExternalId).Says(IdInvalid);
            RuleFor(x => x.Contact).NotNull();
            When(x => x.Contact is not null, () =>
            {
                RuleFor(x => x.Contact.Name).NotBlank().MaximumLength(Domain.Crm.Contact.MaxNameLength).OverridePropertyName("name");
                RuleFor(x => x.Contact.Phones).Must(list => list is null || list.Count <= Domain.Crm.Contact.MaxKeys).Says(TooMany).OverridePropertyName("phones");
                RuleFor(x => x.Contact.Emails).Must(list => list is null || list.Count <= Domain.Crm.Contact.MaxKeys).Says(TooMany)
                    .Must(list => list is null || list.All(e => EmailAddress.TryParse(e, out _))).Says(Domain.Invitations.InvitationRefusals.EmailInvalid).OverridePropertyName("emails");
                RuleFor(x => x.Contact.MessengerIds).Must(list => list is null || list.Count <= Domain.Crm.Contact.MaxKeys).Says(TooMany)
                    .Must(list => list is null || list.All(m => m is { Kind.Length: > 0 and <= 50, Id.Length: > 0 and <= 200 })).Says(IdInvalid).OverridePropertyName("messengerIds");
                RuleFor(x => x.Contact.ResponsibleCrmUserId).MaximumLength(MemberCrmUser.MaxIdLength).OverridePropertyName("responsibleCrmUserId");
                RuleFor(x => x.Contact.Revision).GreaterThanOrEqualTo(0).OverridePropertyName("revision");
                RuleFor(x => x.Contact.Deals).Must(list => list is null || list.Count <= Domain.Crm.Contact.MaxDeals).Says(TooMany)
                    .Must(list => list is null || list.All(d => d is { Id.Length: > 0 and <= Deal.MaxIdLength } && (d.Name?.Length ?? 0) <= Deal.MaxNameLength && (d.ResponsibleCrmUserId?.Length ?? 0) <= MemberCrmUser.MaxIdLength)).Says(IdInvalid)
                    .Must(list => list is null || list.Select(d => d.Id).Distinct(StringComparer.Ordinal).Count() == list.Count).Says(DealTwice).OverridePropertyName("deals");
            });
        }

        private static bool IsExternalId(string id) => id is { Length: > 0 and <= Domain.Crm.Contact.MaxExternalIdLength } && !id.Any(char.IsControl);
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ContactReader reader, ResponsibilityChange change, TimeProvider time) : ICommandHandler<SaveContact, SavedContact>
    {
        public async Task<SavedContact> Handle(SaveContact command, CancellationToken cancellationToken)
        {
            var organizationId = current.Viewer.OrganizationId;
            var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == organizationId, cancellationToken);
            var state = await StateAsync(command.Contact, organization, cancellationToken);

            var contact = await db.Contacts.Include(c => c.Keys).Include(c => c.Deals).SingleOrDefaultAsync(c => c.OrganizationId == organizationId && c.ExternalId == command.ExternalId, cancellationToken);
            var isNew = contact is null or { IsDeleted: true };
            if (contact is null) db.Contacts.Add(contact = Domain.Crm.Contact.Known(organizationId, command.ExternalId));

            var applied = false;
            await change.MakeAsync([contact], "contactChanged", () => applied = contact.Replace(state, command.Contact.Revision, time.GetUtcNow()), cancellationToken);
            var view = await reader.ReadAsync(contact, cancellationToken);
            return new SavedContact
            {
                ExternalId = view.ExternalId, Name = view.Name, Phones = view.Phones, Emails = view.Emails, MessengerIds = view.MessengerIds, Deals = view.Deals,
                Responsible = view.Responsible, ChatCount = view.ChatCount, LinkedBy = view.LinkedBy, Revision = view.Revision, UpdatedAt = view.UpdatedAt,
                Applied = applied, IsNew = isNew && applied,
            };
        }

        private async Task<ContactState> StateAsync(ContactInput input, Organization organization, CancellationToken ct)
        {
            var keys = new List<(string Kind, string Value)>();
            foreach (var phone in input.Phones ?? [])
            {
                if (!PhoneNumber.TryNormalize(phone, organization.Country, out var e164)) throw new RefusedException(CrmRefusals.PhoneInvalid) { Field = "phones" };
                keys.Add((ContactKey.Phone, e164));
            }

            keys.AddRange((input.Emails ?? []).Select(email => (ContactKey.Email, EmailAddress.Parse(email).Key)));
            keys.AddRange((input.MessengerIds ?? []).Select(messenger => (ContactKey.Messenger(messenger.Kind), messenger.Id)));

            await RefuseTwoAsync(organization.Id, input.ResponsibleMemberId, input.ResponsibleCrmUserId, "responsibleMemberId", ct);
            foreach (var deal in input.Deals ?? []) await RefuseTwoAsync(organization.Id, deal.ResponsibleMemberId, deal.ResponsibleCrmUserId, "deals", ct);
            return new ContactState(
                PersonName.Tidy(input.Name), keys, input.ResponsibleMemberId, input.ResponsibleCrmUserId,
                [.. (input.Deals ?? []).Select(d => new DealState(d.Id, d.Name, d.ResponsibleMemberId, d.ResponsibleCrmUserId, d.CreatedAt, d.ClosedAt))]);
        }

        private async Task RefuseTwoAsync(Guid organizationId, Guid? memberId, string? crmUserId, string field, CancellationToken ct)
        {
            if (memberId is null || crmUserId is null) return;
            var user = await db.MemberCrmUsers.Where(u => u.OrganizationId == organizationId && u.CrmUserId == crmUserId).Select(u => (Guid?)u.MemberId).SingleOrDefaultAsync(ct);
            if (user is { } named && named != memberId) throw new RefusedException(CrmRefusals.TwoResponsibles) { Field = field };
        }
    }
}
