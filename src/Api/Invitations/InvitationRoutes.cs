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
            TypedResults.Created((string?)null, await mediator.Send(body, ct))).WithSummary("Invites one person by e-mail.").Refuses(429).Scope(Scopes.WriteInvitations).Idempotent();

        invitations.MapGet("", async (OneOf<InvitationStatus>? status, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListInvitations(status?.Value, cursor, limit ?? 50), ct))).WithSummary("Lists invitations, the newest first.").Scope(Scopes.WriteInvitations);

        invitations.MapPost("/{id}/resend", async (PathId id, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ResendInvitation(id), ct))).WithSummary("Sends a new link; the old one dies.").Refuses(429).Scope(Scopes.WriteInvitations).Idempotent();

        invitations.MapDelete("/{id}", async (PathId id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RevokeInvitation(id), ct);
            return TypedResults.NoContent();
        }).WithSummary("Withdraws an invitation.").Refuses(409).Scope(Scopes.WriteInvitations);

        invitations.MapPost("/preview", async (PreviewInvitation body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct))).WithSummary("Shows what an invitation's link leads to, without using it up.").AllowAnonymous().Refuses(404, 410, 429);

        invitations.MapPost("/accept", async (AcceptInvitation body, IMediator mediator, HttpContext http) =>
        {
            var signedIn = await mediator.Send(body, http.RequestAborted);
            SessionCookie.Write(http, signedIn.Secret);
            return TypedResults.Ok(signedIn.Me);
        }).WithSummary("Accepts an invitation and signs in.").AllowAnonymous().Refuses(404, 409, 410, 429);

        invitations.MapPost("/ask", async (AskForInvitation body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(body, ct);
            return TypedResults.Accepted((string?)null);
        }).WithSummary("Asks for a new link in place of an expired one; the answer is the same for every link.").AllowAnonymous();
    }
}
