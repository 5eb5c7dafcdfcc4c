using ClientChats.Api.Http;
using ClientChats.Application.Naming;
using MediatR;

namespace ClientChats.Api.Naming;

internal static class NamingRoutes
{
    public static void MapNaming(this IEndpointRouteBuilder api)
    {
        var naming = api.MapGroup("/naming").WithTags("Naming");
        naming.MapPost("/check", async (CheckName body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct))).WithSummary("Checks a chat's name as it is typed.").Refuses(403, 404).AnyToken();
        naming.MapPost("/compose", async (ComposeName body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(new ComposedName(await mediator.Send(body, ct)))).WithSummary("Makes a chat's name from its parts.").Refuses(403, 404).AnyToken();
        naming.MapGet("/conventions", async (IMediator mediator, HttpContext http) =>
        {
            var conventions = await mediator.Send(new ListConventions(), http.RequestAborted);
            http.Tag(conventions.Version);
            return TypedResults.Ok(conventions);
        }).WithSummary("Shows the patterns that names follow.").Refuses(403).AnyToken();
        naming.MapPut("/conventions", async (ConventionsBody body, IMediator mediator, HttpContext http) =>
        {
            var conventions = await mediator.Send(new ChangeConventions(body.Items, http.ExpectedVersion()), http.RequestAborted);
            http.Tag(conventions.Version);
            return TypedResults.Ok(conventions);
        }).WithSummary("Replaces the patterns that names follow.").Refuses(412, 428);
    }

    /// <summary>A name made from parts.</summary>
    /// <param name="Name">The name made from the parts.</param>
    internal sealed record ComposedName(string Name);

    /// <summary>All conventions of the organization, 1 to 20.</summary>
    /// <param name="Items">All conventions, 1 to 20.</param>
    internal sealed record ConventionsBody(IReadOnlyList<ConventionInput> Items);
}
