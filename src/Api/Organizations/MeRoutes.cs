using ClientChats.Api.Files;
using ClientChats.Api.Http;
using ClientChats.Application.Kernel;
using ClientChats.Application.Organizations;
using MediatR;

namespace ClientChats.Api.Organizations;

internal static class MeRoutes
{
    public static void MapMe(this IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Me");

        me.MapGet("", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ShowMe(), ct))).WithSummary("Shows one's own profile and what one may do.").AnyToken();

        me.MapPatch("", async (ProfilePatch body, IMediator mediator, CancellationToken ct) =>
        {
            body.RefuseUnknownFields();
            return TypedResults.Ok(await mediator.Send(new ChangeProfile(body.FirstName, body.LastName, body.Locale, body.TimeZone), ct));
        }).WithSummary("Changes one's own name, language and time zone.");

        me.MapPut("/avatar", async (ChosenPicture body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ChangeOwnAvatar(body.FileId), ct)))
            .WithSummary("Makes an own upload, which no message holds, one's own picture.");

        me.MapDelete("/avatar", async (IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RemoveOwnAvatar(), ct);
            return TypedResults.NoContent();
        }).WithSummary("Takes one's own picture away.");

        me.MapPost("/password", async (ChangePassword body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(body, ct);
            return TypedResults.NoContent();
        }).WithSummary("Changes one's own password; all other sign-ins end.").Refuses(429);
    }

    /// <summary>What a member changes of his own; what is absent stays.</summary>
    /// <param name="FirstName">1 to 100 characters.</param>
    /// <param name="LastName">1 to 100 characters.</param>
    /// <param name="Locale"><c>ru</c> or <c>en</c>.</param>
    /// <param name="TimeZone">An IANA time zone.</param>
    internal sealed record ProfilePatch(Given<string> FirstName, Given<string> LastName, Given<string> Locale, Given<string> TimeZone) : MergePatch;
}
