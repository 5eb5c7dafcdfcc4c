using ClientChats.Api.Http;
using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Organizations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClientChats.Api.Messages;

internal static class MessageRoutes
{
    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        var conversation = api.MapGroup("/conversations/{id}").WithTags("Messages");

        conversation.MapPost("/messages", async Task<Results<Created<EntryView>, Ok<EntryView>>> (PathId id, NewMessageBody body, IMediator mediator, CancellationToken ct) =>
        {
            var posted = await mediator.Send(new PostMessage(id, body.ClientMessageId, body.Text ?? "", body.ReplyTo) { AttachmentIds = body.AttachmentIds ?? [] }, ct);
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
        conversation.MapGet("/changes", async (PathId id, long? after, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ReadChanges(id, after ?? 0, limit ?? 50), ct))).WithSummary("Reads what changed after a revision.").Scope(Scopes.ReadConversations);
    }

    /// <summary>What a message is to say from now on.</summary>
    /// <param name="Text">1 to 10,000 characters, or none beside attachments.</param>
    internal sealed record ChangedMessageBody(string Text);

    /// <summary>A message as its author sends it.</summary>
    /// <param name="ClientMessageId">The sender's own id, unique per author for ever: the same message sent again is one message.</param>
    /// <param name="Text">1 to 10,000 characters.</param>
    /// <param name="ReplyTo">The number of the message that it replies to.</param>
    /// <param name="AttachmentIds">Own uploads that no message holds yet, at most 10; with one of them the text may be absent.</param>
    internal sealed record NewMessageBody(Guid ClientMessageId, string? Text, long? ReplyTo, IReadOnlyList<Guid>? AttachmentIds);
}
