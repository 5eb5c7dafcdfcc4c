using ClientChats.Api.Http;
using ClientChats.Application.Jobs;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Jobs;
using ClientChats.Domain.Organizations;
using MediatR;

namespace ClientChats.Api.Jobs;

internal static class JobRoutes
{
    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Jobs");

        jobs.MapGet("", async (OneOf<JobRunState>? state, string? name, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListRuns(state?.Value, name, cursor, limit ?? Cursor.DefaultLimit), ct))).WithSummary("Lists runs of jobs, the newest first.").Scope(Scopes.ReadJobs);

        jobs.MapGet("/{id}", async (PathId id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ShowRun(id), ct))).WithSummary("Shows one run.").Scope(Scopes.ReadJobs);

        jobs.MapGet("/schedules", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListSchedules(), ct))).WithSummary("Lists the jobs, when each runs and how it last went.").Scope(Scopes.ReadJobs);

        jobs.MapGet("/summary", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new SummarizeJobs(), ct))).WithSummary("Counts runs and times for the dashboard.").Scope(Scopes.ReadJobs);

        jobs.MapPost("/{id}/retry", async (PathId id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RetryRun(id), ct);
            return TypedResults.Accepted($"/api/v1/jobs/{id.Value}");
        }).WithSummary("Tries a failed run again.").Refuses(409);

        jobs.MapPost("/{name}/run", async (string name, IMediator mediator, CancellationToken ct) =>
        {
            var run = await mediator.Send(new RunJob(name), ct);
            return TypedResults.Accepted($"/api/v1/jobs/{run.Id}", run);
        }).WithSummary("Runs a job now.").Idempotent();

        jobs.MapPut("/{name}/pause", async (string name, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new PauseJob(name), ct);
            return TypedResults.NoContent();
        }).WithSummary("Pauses a job.");

        jobs.MapDelete("/{name}/pause", async (string name, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new ResumeJob(name), ct);
            return TypedResults.NoContent();
        }).WithSummary("Lets a paused job go on.");
    }
}
