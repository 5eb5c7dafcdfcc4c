using ClientChats.Api.Http;
using ClientChats.Application.Messages;
using MediatR;

namespace ClientChats.Api.Messages;

internal static class DraftRoutes
{
    /// <summary>Drafts are their owner's own and closed to tokens.</summary>
    public static void MapDrafts(this IEndpointRouteBuilder api)
    {
        var drafts = api.MapGroup("/conversations/{id}/draft").WithTags("Drafts");
        drafts.MapPut("", async (PathId id, DraftBody body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new KeepDraft(id, body.Thread ?? 0, body.Text ?? "", body.ReplyTo, body.AttachmentIds ?? []), ct)))
            .WithSummary("Keeps what one has begun to write, in place of what was kept before; sending a message ends it.").Refuses(409);
        drafts.MapGet("", async (PathId id, long? thread, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ShowDraft(id, thread ?? 0), ct)))
            .WithSummary("Shows what one has begun to write.");
        drafts.MapDelete("", async (PathId id, long? thread, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new DropDraft(id, thread ?? 0), ct);
            return TypedResults.NoContent();
        }).WithSummary("Forgets what one has begun to write.");
        api.MapGet("/drafts", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListDrafts(), ct))).WithTags("Drafts")
            .WithSummary("Lists all that one has begun to write where one sees the conversation now, the newest first.");
    }

    /// <summary>What one has begun to write.</summary>
    /// <param name="Text">At most 10,000 characters; may be empty beside an answer or attachments.</param>
    /// <param name="ReplyTo">The number of the message that it will answer.</param>
    /// <param name="Thread">In which thread; absent or 0 outside of threads.</param>
    /// <param name="AttachmentIds">Own uploads, at most 10; those that wait no longer are left out.</param>
    internal sealed record DraftBody(string? Text, long? ReplyTo, long? Thread, IReadOnlyList<Guid>? AttachmentIds);
}
