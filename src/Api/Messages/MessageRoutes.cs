using System.Text.Json.Serialization;
using ClientChats.Api.Http;
using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Organizations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ClientChats.Api.Messages;

internal static class MessageRoutes
{
    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        var conversation = api.MapGroup("/conversations/{id}").WithTags("Messages");

        conversation.MapPost("/messages", async Task<Results<Created<EntryView>, Ok<EntryView>>> (PathId id, NewMessageBody body, HttpContext context, IMediator mediator, CancellationToken ct) =>
        {
            if (body.Forward is not null) context.NeedScope(Scopes.ReadConversations);
            var posted = await mediator.Send(new PostMessage(id, body.ClientMessageId, body.Text ?? "", body.ReplyTo) { Thread = body.Thread, AttachmentIds = body.AttachmentIds ?? [], Forward = body.Forward, Status = body.Status?.Wanted }, ct);
            return posted.IsRepeat
                ? TypedResults.Ok(posted.Entry)
                : TypedResults.Created($"/api/v1/conversations/{id.Value}/messages/{posted.Entry.Number}", posted.Entry);
        }).WithSummary("Writes a message; the same `clientMessageId` again is one message.").Refuses(409, 429).Scope(Scopes.WriteMessages);
        conversation.MapGet("/messages", async (PathId id, long? before, long? after, long? around, int? limit, Guid? @as, OneOf<History>? history, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ReadMessages(id, before, after, around, limit ?? 50, @as, history?.Value ?? History.All), ct))).WithSummary("Reads a page of the log, the oldest first.").Scope(Scopes.ReadConversations);
        conversation.MapGet("/messages/{number:long}", async (PathId id, long number, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ShowMessage(id, number), ct))).WithSummary("Reads one entry of the log.").Scope(Scopes.ReadConversations);
        conversation.MapPatch("/messages/{number:long}", async (PathId id, long number, ChangedMessageBody body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new EditMessage(id, number, body.Text), ct);
            return TypedResults.Ok(await mediator.Send(new ShowMessage(id, number), ct));
        }).WithSummary("Changes one's own message, within 24 hours.").Refuses(403, 409, 429).Scope(Scopes.WriteMessages);
        conversation.MapDelete("/messages/{number:long}", async (PathId id, long number, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new DeleteMessage(id, number), ct);
            return TypedResults.NoContent();
        }).WithSummary("Deletes one's own message, or as the chat's owner anybody's; its number stays.").Refuses(403, 409).Scope(Scopes.WriteMessages);
        conversation.MapGet("/messages/{number:long}/edits", async (PathId id, long number, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListWordings(id, number), ct))).WithSummary("Lists what a message said before it was changed.").Refuses(403).Scope(Scopes.ReadConversations);
        conversation.MapPut("/messages/{number:long}/reactions/{emoji}", async (PathId id, long number, string emoji, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new ReactToMessage(id, number, emoji), ct);
            return TypedResults.NoContent();
        }).WithSummary("Puts one's emoji under a message.").Refuses(403, 409, 422, 429).Scope(Scopes.WriteMessages);
        conversation.MapDelete("/messages/{number:long}/reactions/{emoji}", async (PathId id, long number, string emoji, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new TakeBackReaction(id, number, emoji), ct);
            return TypedResults.NoContent();
        }).WithSummary("Takes one's emoji back from under a message.").Refuses(403, 409, 422).Scope(Scopes.WriteMessages);
        conversation.MapPut("/messages/{number:long}/pin", async (PathId id, long number, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new PinMessage(id, number), ct);
            return TypedResults.NoContent();
        }).WithSummary("Pins a message after those that are pinned already.").Refuses(403, 409).Scope(Scopes.WriteMessages);
        conversation.MapDelete("/messages/{number:long}/pin", async (PathId id, long number, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new UnpinMessage(id, number), ct);
            return TypedResults.NoContent();
        }).WithSummary("Unpins a message.").Refuses(403, 409).Scope(Scopes.WriteMessages);
        conversation.MapPut("/messages/{number:long}/final", async (PathId id, long number, IMediator mediator, CancellationToken ct, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] FinalBody body = null!) =>
        {
            await mediator.Send(new MarkFinal(id, number, body?.FileId, body?.Supersedes), ct);
            return TypedResults.NoContent();
        }).WithSummary("Marks a file of a message as the final version, in place of a former one or beside the others.").Refuses(403, 409).Scope(Scopes.WriteMessages);
        conversation.MapDelete("/messages/{number:long}/final", async (PathId id, long number, Guid? fileId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new UnmarkFinal(id, number, fileId), ct);
            return TypedResults.NoContent();
        }).WithSummary("Takes the mark of a final version away; what it had superseded counts again.").Refuses(403, 409, 422).Scope(Scopes.WriteMessages);
        conversation.MapPut("/messages/{number:long}/status", async (PathId id, long number, StatusBody body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new SetStatus(id, number, body.Wanted), ct);
            return TypedResults.Ok(await mediator.Send(new ShowMessage(id, number), ct));
        }).WithSummary("Says how the matter of a message stands, asks for a decision, or takes that back.").Refuses(403, 409).Scope(Scopes.WriteMessages);
        conversation.MapGet("/decisions", async (PathId id, bool? decided, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListDecisionsIn(id, decided ?? false, cursor, limit ?? 50), ct))).WithSummary("Lists the decisions that a conversation waits for, the one due first before the others; or those that were made.").Scope(Scopes.ReadConversations);
        api.MapGet("/decisions", async (OneOf<DecidingSide>? waitingFor, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListDecisions(waitingFor?.Value, cursor, limit ?? 50), ct))).WithTags("Messages").WithSummary("Lists the decisions that are waited for in all conversations that one sees, one's own first; a guest gets his own alone.").Scope(Scopes.ReadConversations);
        conversation.MapGet("/finals", async (PathId id, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListFinals(id), ct))).WithSummary("Lists what is final now, the newest first, each with its former versions.").Scope(Scopes.ReadConversations);
        conversation.MapGet("/pins", async (PathId id, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListPins(id), ct))).WithSummary("Lists the pinned messages in their order.").Scope(Scopes.ReadConversations);
        conversation.MapPut("/pins", async (PathId id, PinOrderBody body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new OrderPins(id, body.Numbers), ct);
            return TypedResults.Ok(await mediator.Send(new ListPins(id), ct));
        }).WithSummary("Puts the pinned messages into another order.").Refuses(403, 409).Scope(Scopes.WriteMessages);
        conversation.MapGet("/threads", async (PathId id, bool? unread, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListThreads(id, unread, cursor, limit ?? 50), ct))).WithSummary("Lists the messages that have threads, the one with the newest reply first.").Scope(Scopes.ReadConversations);
        conversation.MapGet("/threads/{number:long}", async (PathId id, long number, long? before, long? after, long? around, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ReadThread(id, number, before, after, around, limit ?? 50), ct))).WithSummary("Reads a page of the thread under a message, the oldest first.").Scope(Scopes.ReadConversations);
        conversation.MapPut("/threads/{number:long}/read", async (PathId id, long number, ThreadReadBody body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new MarkThreadRead(id, number, body.Number, body.Unread ?? false), ct))).WithSummary("Moves one's read mark in a thread, and follows it.").Scope(Scopes.ReadConversations);
        conversation.MapGet("/changes", async (PathId id, long? after, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ReadChanges(id, after ?? 0, limit ?? 50), ct))).WithSummary("Reads what changed after a revision.").Scope(Scopes.ReadConversations);
    }

    /// <summary>Which file is final.</summary>
    /// <param name="FileId">The file; may be left out where the message holds one only.</param>
    /// <param name="Supersedes">The final version whose place it takes.</param>
    internal sealed record FinalBody(Guid? FileId, FilePlace? Supersedes);

    /// <summary>Up to where the reader has read in a thread.</summary>
    /// <param name="Number">The number of a reply in it, or of the message under which it stands: nothing is read then.</param>
    /// <param name="Unread">Sets the mark back to the number; without it the mark only moves forward.</param>
    internal sealed record ThreadReadBody(long? Number, bool? Unread);

    /// <summary>What a message is to say from now on.</summary>
    /// <param name="Text">1 to 10,000 characters, or none beside attachments.</param>
    internal sealed record ChangedMessageBody(string Text);

    /// <summary>The order of pinned messages.</summary>
    /// <param name="Numbers">All pinned messages that the caller sees, the first one first; at most 50.</param>
    internal sealed record PinOrderBody(IReadOnlyList<long> Numbers);

    /// <summary>How the matter of a message stands.</summary>
    /// <param name="Status"><c>inProgress</c>, <c>needsDecision</c> or <c>done</c>; null takes back what was said.</param>
    /// <param name="DecisionBy">Who is to decide, where a decision is needed: the id of a participant of the conversation.</param>
    /// <param name="DueAt">Until when he is to decide.</param>
    internal sealed record StatusBody(StatusKind? Status, Guid? DecisionBy, DateTimeOffset? DueAt)
    {
        [JsonIgnore]
        public WantedStatus? Wanted => Status is { } status ? new WantedStatus(status, DecisionBy, DueAt) : null;
    }

    /// <summary>A message as its author sends it.</summary>
    /// <param name="ClientMessageId">The sender's own id, unique per author for ever: the same message sent again is one message.</param>
    /// <param name="Text">1 to 10,000 characters.</param>
    /// <param name="ReplyTo">The number of the message that it replies to.</param>
    /// <param name="Thread">The number of the message under whose thread it is written. What it replies to is then that message, or one of the same thread.</param>
    /// <param name="AttachmentIds">Own uploads that no message holds yet, at most 10; with one of them the text may be absent.</param>
    /// <param name="Forward">A message that one sees, to be passed on with its files as it is now; the text may be absent then. A token needs <c>conversations:read</c> as well.</param>
    /// <param name="Status">How its matter stands from the beginning; for employees.</param>
    internal sealed record NewMessageBody(Guid ClientMessageId, string? Text, long? ReplyTo, long? Thread, IReadOnlyList<Guid>? AttachmentIds, MessagePlace? Forward, StatusBody? Status);
}
