using ClientChats.Api.Http;
using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClientChats.Api.Chats;

internal static class ChatRoutes
{
    public static void MapChats(this IEndpointRouteBuilder api)
    {
        var chats = api.MapGroup("/chats").WithTags("Chats");
        chats.MapPost("", async Task<Results<Created<ConversationView>, Ok<ConversationView>>> (StartChat body, IMediator mediator, CancellationToken ct) =>
        {
            var started = await mediator.Send(body, ct);
            var view = await mediator.Send(new ShowConversation(started.Id), ct);
            return started.IsNew ? TypedResults.Created($"/api/v1/conversations/{started.Id}", view) : TypedResults.Ok(view);
        }).WithSummary("Opens a group chat, or a direct chat, which two people have once.").Refuses(404).Idempotent().Scope(Scopes.WriteMembers);
        chats.MapPatch("/{id}", async (PathId id, ChatPatch body, IMediator mediator, CancellationToken ct) =>
        {
            body.RefuseUnknownFields();
            if (body.Name.IsGiven) await mediator.Send(new RenameChat(id, body.Name.Value ?? ""), ct);
            return TypedResults.Ok(await mediator.Send(new ShowConversation(id), ct));
        }).WithSummary("Renames a chat.").Refuses(409).Scope(Scopes.WriteMembers);
        chats.MapPost("/{id}/owner", async (PathId id, NewOwner body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new HandOnChat(id, body.MemberId), ct);
            return TypedResults.Ok(await mediator.Send(new ShowConversation(id), ct));
        }).WithSummary("Makes another employee in it the owner of a group chat; where there is none, an administrator appoints one.").Refuses(409).Scope(Scopes.WriteMembers);
        chats.MapPost("/{id}/to-channel", async (PathId id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new TurnIntoChannel(id), ct);
            return TypedResults.Ok(await mediator.Send(new ShowConversation(id), ct));
        }).WithSummary("Turns a group chat into a private channel; nothing is lost, and its owner administers it.").Refuses(409).Scope(Scopes.WriteMembers);
    }

    /// <summary>To whom a chat is handed on.</summary>
    /// <param name="MemberId">An employee who is in it; where the chat has no owner, any employee.</param>
    internal sealed record NewOwner(Guid MemberId);

    /// <summary>What changes of a chat.</summary>
    internal sealed record ChatPatch : MergePatch
    {
        /// <summary>1 to 200 characters.</summary>

        /// <summary>The name.</summary>
        public Given<string> Name { get; init; }
    }
}
