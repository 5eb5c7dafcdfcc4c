using ClientChats.Api.Files;
using ClientChats.Api.Http;
using ClientChats.Application.Conversations;
using ClientChats.Application.Crm;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Organizations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClientChats.Api.Conversations;

internal static class ConversationRoutes
{
    public static void MapConversations(this IEndpointRouteBuilder api)
    {
        var conversations = api.MapGroup("/conversations").WithTags("Conversations");
        conversations.MapGet("", async (OneOf<ConversationKind>? kind, bool? client, bool? unread, bool? archived, bool? joined, string? query, bool? managed, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListConversations(kind?.Value, client, unread, archived ?? false, joined, query, managed ?? false, cursor, limit ?? 50), ct))).WithSummary("Lists the conversations that one sees, the newest activity first.").Refuses(429).Scope(Scopes.ReadConversations);
        conversations.MapGet("/{id}", async (PathId id, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ShowConversation(id), ct))).WithSummary("Shows one conversation and what one may do in it.").Scope(Scopes.ReadConversations);
        conversations.MapGet("/{id}/access", async (PathId id, Guid? memberId, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ExplainAccess(id, memberId), ct))).WithSummary("Explains why somebody sees a conversation.").Scope(Scopes.ReadConversations);
        conversations.MapGet("/{id}/viewers", async (PathId id, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListViewers(id), ct))).WithSummary("Lists who will read what is written now.").Scope(Scopes.ReadConversations);
        conversations.MapGet("/{id}/participants", async (PathId id, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListParticipants(id), ct))).WithSummary("Lists all people in a conversation.").Scope(Scopes.ReadConversations);
        conversations.MapGet("/{id}/members", async (PathId id, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListMembers(id), ct))).WithSummary("Lists the people in a conversation who have an account.").Scope(Scopes.ReadConversations);
        conversations.MapPut("/{id}/members/{memberId}", async Task<Results<Created, Ok>> (PathId id, PathId memberId, HistoryChoice body, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new AddMember(id, memberId, body.History ?? History.All), ct) ? TypedResults.Created() : TypedResults.Ok()).WithSummary("Adds somebody, with the whole history or from now on; with one's own id: joins a public channel.").Refuses(409).Scope(Scopes.WriteMembers);
        conversations.MapDelete("/{id}/members/{memberId}", async (PathId id, PathId memberId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RemoveMember(id, memberId), ct);
            return TypedResults.NoContent();
        }).WithSummary("Removes somebody; with one's own id: leaves.").Refuses(409).Scope(Scopes.WriteMembers);
        conversations.MapGet("/{id}/members/{memberId}/preview", async (PathId id, PathId memberId, OneOf<History>? history, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new PreviewMember(id, memberId, history?.Value ?? History.All), ct))).WithSummary("Counts what somebody would get to see if he were added.").Refuses(409).Scope(Scopes.ReadConversations);
        conversations.MapPut("/{id}/participants/{participantId}/contact", async (PathId id, PathId participantId, ContactChoice body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new LinkClient(id, participantId, body.ExternalId), ct);
            return TypedResults.NoContent();
        }).WithSummary("Says which contact of the CRM a client is, instead of what was recognised.").Scope(Scopes.WriteCrm);
        conversations.MapDelete("/{id}/participants/{participantId}/contact", async (PathId id, PathId participantId, string? externalId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new UnlinkClient(id, participantId, externalId), ct);
            return TypedResults.NoContent();
        }).WithSummary("Parts a client from a contact, or from all; that link is not made again by itself.").Scope(Scopes.WriteCrm);
        conversations.MapPut("/{id}/archive", async (PathId id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new ArchiveConversation(id), ct);
            return TypedResults.NoContent();
        }).WithSummary("Puts a conversation into the archive for everybody: it can be read, and leaves the list.").Refuses(409).Scope(Scopes.WriteMembers);
        conversations.MapDelete("/{id}/archive", async (PathId id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RestoreConversation(id), ct);
            return TypedResults.NoContent();
        }).WithSummary("Takes a conversation out of the archive.").Refuses(409).Scope(Scopes.WriteMembers);
        conversations.MapGet("/{id}/avatar", async (PathId id, string? v, HttpContext context, IMediator mediator, IFileStore store, CancellationToken ct) =>
            await AvatarAnswer.SendAsync(context, await mediator.Send(new ShowAvatar(id), ct), v, store, ct)).WithSummary("Sends the picture of a conversation.").SendsPicture();
        conversations.MapPut("/{id}/avatar", async (PathId id, ChosenPicture body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new ChangeAvatar(id, body.FileId), ct);
            return TypedResults.Ok(await mediator.Send(new ShowConversation(id), ct));
        }).WithSummary("Makes an own upload, which no message holds, the picture of a conversation.").Refuses(409).Scope(Scopes.WriteMembers);
        conversations.MapDelete("/{id}/avatar", async (PathId id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RemoveAvatar(id), ct);
            return TypedResults.NoContent();
        }).WithSummary("Takes the picture of a conversation away.").Refuses(409).Scope(Scopes.WriteMembers);
        conversations.MapPut("/{id}/read", async (PathId id, ReadBody body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new MarkRead(id, body.Number, body.Unread ?? false), ct))).WithSummary("Moves one's read mark.").Scope(Scopes.ReadConversations);
        conversations.MapGet("/{id}/reads", async (PathId id, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(new Page<ReadOf>(await mediator.Send(new ListReads(id), ct), null))).WithSummary("Lists how far the members have read.").Scope(Scopes.ReadConversations);
    }

    /// <summary>How much of the past the added person gets; the whole history where nothing is said.</summary>
    /// <param name="History">The whole history, or from now on.</param>
    internal sealed record HistoryChoice(History? History);

    /// <summary>Which contact a client is.</summary>
    /// <param name="ExternalId">The id that the CRM gave the contact.</param>
    internal sealed record ContactChoice(string ExternalId);

    /// <summary>Up to where the reader has read.</summary>
    /// <param name="Number">A number of the log.</param>
    /// <param name="Unread">Sets the mark back to the number; without it the mark only moves forward.</param>
    internal sealed record ReadBody(long? Number, bool? Unread);
}
