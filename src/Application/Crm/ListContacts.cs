using ClientChats.Application.Kernel;
using ClientChats.Domain.Crm;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>The contacts that the viewer may know, by name; <paramref name="Responsible"/> is a member's id, or <c>none</c>.</summary>
public sealed record ListContacts(string? Query, string? Responsible, string? Cursor, int Limit) : IQuery<Page<ContactView>>, IForMembers
{
    public const string Nobody = "none";

    internal sealed class Validator : AbstractValidator<ListContacts>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).InclusiveBetween(1, 200);
            RuleFor(x => x.Query).MaximumLength(Contact.MaxNameLength);
            RuleFor(x => x.Cursor).MaximumLength(Kernel.Cursor.MaxLength);
            RuleFor(x => x.Responsible).Must(value => value is null or Nobody || Guid.TryParse(value, out _));
        }
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, IPaces paces, ContactReader reader) : IQueryHandler<ListContacts, Page<ContactView>>
    {
        public async Task<Page<ContactView>> Handle(ListContacts query, CancellationToken cancellationToken)
        {
            await paces.TakeSearchTurnAsync(query.Query, current.Viewer, cancellationToken);
            var contacts = Narrow(reader.KnownTo(current.Viewer), query);
            if (Kernel.Cursor.Read(query.Cursor, 2) is [var name, var id])
                contacts = contacts.Where(c => string.Compare(c.Name, name) > 0 || c.Name == name && string.Compare(c.ExternalId, id) > 0);

            var found = await contacts.OrderBy(c => c.Name).ThenBy(c => c.ExternalId).Take(query.Limit + 1).Include(c => c.Keys).Include(c => c.Deals).AsNoTracking().ToListAsync(cancellationToken);
            var page = found.Take(query.Limit).ToList();
            return new Page<ContactView>(await reader.ReadAsync(page, cancellationToken), found.Count > query.Limit ? Kernel.Cursor.Of(page[^1].Name, page[^1].ExternalId) : null);
        }

        private IQueryable<Contact> Narrow(IQueryable<Contact> contacts, ListContacts query)
        {
            var organizationId = current.Viewer.OrganizationId;
            if (query.Responsible == Nobody)
                contacts = contacts.Where(c => !db.ContactResponsibles.Any(r => r.OrganizationId == organizationId && r.ExternalId == c.ExternalId));
            else if (query.Responsible is { } responsible)
            {
                var memberId = Guid.Parse(responsible);
                contacts = contacts.Where(c => db.ContactResponsibles.Any(r => r.OrganizationId == organizationId && r.ExternalId == c.ExternalId && r.MemberId == memberId));
            }

            if (string.IsNullOrWhiteSpace(query.Query)) return contacts;
            var text = query.Query.Trim().ToLowerInvariant();
            var digits = new string([.. text.Where(char.IsAsciiDigit)]);
            return contacts.Where(c => c.Name.ToLower().Contains(text)
                || db.ContactKeys.Any(k => k.OrganizationId == organizationId && k.ExternalId == c.ExternalId && (k.Value.Contains(text) || digits.Length >= 4 && k.Kind == ContactKey.Phone && k.Value.Contains(digits))));
        }
    }
}
