using ClientChats.Api.Authentication;
using ClientChats.Api.Http;
using ClientChats.Application.Invitations;
using ClientChats.Domain.Invitations;
using ClientChats.Domain.Organizations;
using MediatR;

namespace ClientChats.Api.Invitations;

internal static class InvitationRoutes
{
    public static void MapInvitations(this IEndpointRouteBuilder api)
    {
        var invitations = api.MapGroup("/invitations").WithTags("Invitations");

        invitations.MapPost("", async (InvitePerson body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Created((string?)null, await mediator.Send(body, ct))).Scope(Scopes.WriteInvitations).Idempotent();

        invitations.MapGet("", async (OneOf<InvitationStatus>? status, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListInvitations(status?.Value, cursor, limit ?? 50), ct))).Scope(Scopes.WriteInvitations);

        invitations.MapPost("/{id}/resend", async (PathId id, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ResendInvitation(id), ct))).Scope(Scopes.WriteInvitations).Idempotent();

        invitations.MapDelete("/{id}", async (PathId id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RevokeInvitation(id), ct);
            return TypedResults.NoContent();
        }).Scope(Scopes.WriteInvitations);

        invitations.MapPost("/preview", async (PreviewInvitation body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct)));

        invitations.MapPost("/accept", async (AcceptInvitation body, IMediator mediator, HttpContext http) =>
        {
            var signedIn = await mediator.Send(body, http.RequestAborted);
            SessionCookie.Write(http, signedIn.Secret);
            return TypedResults.Ok(signedIn.Me);
        });

        invitations.MapPost("/ask", async (AskForInvitation body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(body, ct);
            return TypedResults.Accepted((string?)null);
        });
    }
}
