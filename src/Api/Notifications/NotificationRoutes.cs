using ClientChats.Application.Notifications;
using MediatR;

namespace ClientChats.Api.Notifications;

internal static class NotificationRoutes
{
    /// <summary>Mail that stays here instead of being sent is read in Development; elsewhere there is no such address.</summary>
    public static void MapDevelopmentMailbox(this IEndpointRouteBuilder api, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment()) return;
        api.MapGet("/development/mailbox", async (string? to, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ShowDevelopmentMailbox(to, cursor, limit ?? 50), ct))).WithSummary("Lists the mail that stays here instead of being sent; in Development only.").WithTags("Development");
    }
}
