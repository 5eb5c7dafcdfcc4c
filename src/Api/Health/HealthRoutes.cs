using ClientChats.Api.Http;
using ClientChats.Application.Jobs;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClientChats.Api.Health;

/// <summary>What whoever runs the installation asks a node, without signing in.</summary>
internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");

        health.MapGet("/live", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(new Liveness(true));
        }).WithSummary("Says that the process answers.").AnyToken();

        health.MapGet("/ready", async Task<Results<Ok<Readiness>, JsonHttpResult<Readiness>>> (HttpContext http, IMediator mediator) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var readiness = await mediator.Send(new CheckReadiness(), http.RequestAborted);
            return readiness.Ready ? TypedResults.Ok(readiness) : TypedResults.Json(readiness, statusCode: StatusCodes.Status503ServiceUnavailable);
        }).WithSummary("Says whether the node can serve, and what keeps it from it.").AnyToken().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The process answers.</summary>
    /// <param name="Live">Always true.</param>
    internal sealed record Liveness(bool Live);
}
