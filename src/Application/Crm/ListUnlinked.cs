using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>Why a chat is on the radar: nobody in it is in the CRM, somebody is but nobody answers for him, or somebody fits several contacts.</summary>
public enum UnlinkedState { Unlinked, NoResponsible, Unclear }

/// <summary>A chat on the radar, without its content.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="AvatarUrl">Where its picture is; absent where it has none.</param>
/// <param name="Bridge">In a mirrored group: the connection.</param>
public sealed record UnlinkedConversation(Guid Id, ConversationKind Kind, string Name, string? AvatarUrl, BridgeName? Bridge);

/// <summary>A client in a chat on the radar.</summary>
/// <param name="ParticipantId">The person in conversations.</param>
/// <param name="DisplayName">The name there.</param>
/// <param name="Phone">His number outside, where it is known.</param>
/// <param name="Contacts">How many contacts he is linked to.</param>
public sealed record UnlinkedClient(Guid ParticipantId, string DisplayName, string? Phone, int Contacts);

/// <summary>What the viewer may do with a chat on the radar.</summary>
/// <param name="Link">Say which contact a client is.</param>
/// <param name="Create">Make a contact for a client.</param>
public sealed record UnlinkedAbilities(bool Link, bool Create);

/// <summary>A client chat that no contact of the CRM explains, or that several do.</summary>
/// <param name="Conversation">The chat.</param>
/// <param name="State">Why it is here.</param>
/// <param name="Clients">The clients in it.</param>
/// <param name="Since">Since when it is so.</param>
/// <param name="LastMessage">Its newest message; absent for who manages it without reading it.</param>
/// <param name="LetInBy">The employees whose own numbers are in the group, the first one first.</param>
/// <param name="Managed">True where the viewer manages it without reading it.</param>
/// <param name="Can">What the viewer may do with it.</param>
public sealed record UnlinkedChat(
    UnlinkedConversation Conversation, UnlinkedState State, IReadOnlyList<UnlinkedClient> Clients, DateTimeOffset Since, LastMessage? LastMessage,
    IReadOnlyList<AuthorView> LetInBy, bool Managed, UnlinkedAbilities Can);

/// <summary>The radar in figures, over all that the viewer finds on it.</summary>
/// <param name="Chats">How many chats are on it.</param>
/// <param name="Old">How many of them for two days and longer.</param>
/// <param name="Receivers">How many employees receive new clients, and see what is unlinked.</param>
/// <param name="UsualSeconds">How long it took usually, of the last 90 days, until a chat was explained; absent where none was.</param>
public sealed record UnlinkedFigures(int Chats, int Old, int Receivers, long? UsualSeconds);

/// <summary>A part of the radar; the figures come with its first part.</summary>
/// <param name="Items">The chats, the longest first.</param>
/// <param name="NextCursor">To be given back as <c>cursor</c>; null at the end of the list.</param>
/// <param name="Figures">Absent after a cursor.</param>
public sealed record UnlinkedPage(
    IReadOnlyList<UnlinkedChat> Items, [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] string? NextCursor, UnlinkedFigures? Figures);

/// <summary>Reads the radar of one viewer.</summary>
public interface IRadar
{
    Task<UnlinkedPage> PageAsync(Viewer viewer, (DateTimeOffset At, Guid Id)? after, int limit, CancellationToken ct);
}

/// <summary>The client chats that no contact explains: each person those that he sees, administrators all, without content.</summary>
public sealed record ListUnlinked(string? Cursor, int Limit) : IQuery<UnlinkedPage>, IForEmployees
{
    internal sealed class Validator : AbstractValidator<ListUnlinked>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).PageLimit();
            RuleFor(x => x.Cursor).MaximumLength(Kernel.Cursor.MaxLength);
        }
    }

    internal sealed class Handler(IClientChatsDb db, IRadar radar, IViewerContext current) : IQueryHandler<ListUnlinked, UnlinkedPage>
    {
        public async Task<UnlinkedPage> Handle(ListUnlinked query, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var page = await radar.PageAsync(viewer, Kernel.Cursor.ReadTimeAndId(query.Cursor), query.Limit, cancellationToken);
            var ids = page.Items.Select(item => item.Conversation.Id).ToList();
            var can = (await db.StandingsIn(db.Conversations.Where(c => c.OrganizationId == viewer.OrganizationId && ids.Contains(c.Id)), viewer.OrganizationId, viewer.MemberId).AsNoTracking().ToListAsync(cancellationToken))
                .ToDictionary(one => one.Conversation.Id, one => one.Conversation.AbilitiesOf(one.Row.Of(viewer.OrganizationId, viewer.MemberId)).LinkClients);
            return page with
            {
                Items = [.. page.Items.Select(item => can.GetValueOrDefault(item.Conversation.Id) ? item with { Can = new UnlinkedAbilities(Link: true, Create: !item.Managed) } : item)],
            };
        }
    }
}
