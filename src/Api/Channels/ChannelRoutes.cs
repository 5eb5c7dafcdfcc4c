using ClientChats.Api.Http;
using ClientChats.Application.Channels;
using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Organizations;
using MediatR;

namespace ClientChats.Api.Channels;

internal static class ChannelRoutes
{
    public static void MapChannels(this IEndpointRouteBuilder api)
    {
        var channels = api.MapGroup("/channels").WithTags("Channels");
        channels.MapPost("", async (OpenChannel body, IMediator mediator, CancellationToken ct) =>
        {
            var opened = await mediator.Send(body, ct);
            return TypedResults.Created($"/api/v1/conversations/{opened.Id}", await mediator.Send(new ShowConversation(opened.Id), ct));
        }).WithSummary("Opens a channel, which its members find or all employees.").Refuses(404).Idempotent().Scope(Scopes.WriteMembers);
        channels.MapPatch("/{id}", async (PathId id, ChannelPatch body, IMediator mediator, CancellationToken ct) =>
        {
            body.RefuseUnknownFields();
            await mediator.Send(new ChangeChannel(id, body.Name, body.Visibility), ct);
            return TypedResults.Ok(await mediator.Send(new ShowConversation(id), ct));
        }).WithSummary("Renames a channel, opens it to all employees or closes it to all but its members.").Refuses(409).Scope(Scopes.WriteMembers);
        channels.MapPut("/{id}/administrators/{memberId}", async (PathId id, PathId memberId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new AppointAdministrator(id, memberId), ct);
            return TypedResults.NoContent();
        }).WithSummary("Makes an employee an administrator of the channel, and a member where he is none.").Refuses(409).Scope(Scopes.WriteMembers);
        channels.MapDelete("/{id}/administrators/{memberId}", async (PathId id, PathId memberId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new DismissAdministrator(id, memberId), ct);
            return TypedResults.NoContent();
        }).WithSummary("Takes the administration of the channel from somebody; one administrator always remains.").Refuses(409).Scope(Scopes.WriteMembers);
        channels.MapGet("/{id}/description", async (PathId id, IMediator mediator, HttpContext http) =>
        {
            var view = await mediator.Send(new ShowDescription(id), http.RequestAborted);
            http.Tag(view.Version);
            return TypedResults.Ok(view);
        }).WithSummary("Shows what a channel is about.").Refuses(409).Scope(Scopes.ReadConversations);
        channels.MapPut("/{id}/description", async (PathId id, ChannelDescription body, IMediator mediator, HttpContext http) =>
        {
            await mediator.Send(new DescribeChannel(id, http.ExpectedVersion(), body), http.RequestAborted);
            var view = await mediator.Send(new ShowDescription(id), http.RequestAborted);
            http.Tag(view.Version);
            return TypedResults.Ok(view);
        }).WithSummary("Replaces a channel's description.").Refuses(409, 412, 428).Scope(Scopes.WriteMembers);
    }

    /// <summary>What changes of a channel.</summary>
    /// <param name="Name">1 to 200 characters.</param>
    /// <param name="Visibility">Who finds it.</param>
    internal sealed record ChannelPatch(Given<string> Name, Given<ChannelVisibility?> Visibility) : MergePatch;
}
