using ClientChats.Api.Http;
using ClientChats.Application.Naming;
using MediatR;

namespace ClientChats.Api.Naming;

internal static class NamingRoutes
{
    public static void MapNaming(this IEndpointRouteBuilder api)
    {
        var naming = api.MapGroup("/naming").WithTags("Naming");
        naming.MapPost("/check", async (CheckName body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct))).AnyToken();
        naming.MapPost("/compose", async (ComposeName body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(new ComposedName(await mediator.Send(body, ct)))).AnyToken();
        naming.MapGet("/conventions", async (IMediator mediator, HttpContext http) =>
        {
            var conventions = await mediator.Send(new ListConventions(), http.RequestAborted);
            http.Tag(conventions.Version);
            return TypedResults.Ok(conventions);
        }).AnyToken();
        naming.MapPut("/conventions", async (ConventionsBody body, IMediator mediator, HttpContext http) =>
        {
            var conventions = await mediator.Send(new ChangeConventions(body.Items, http.ExpectedVersion()), http.RequestAborted);
            http.Tag(conventions.Version);
            return TypedResults.Ok(conventions);
        });
    }

    /// <summary>A name made from parts.</summary>
    internal sealed record ComposedName(string Name);

    /// <summary>All conventions of the organization, 1 to 20.</summary>
    internal sealed record ConventionsBody(IReadOnlyList<ConventionInput> Items);
}
