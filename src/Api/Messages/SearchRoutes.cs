using ClientChats.Api.Http;
using ClientChats.Application.Messages;
using ClientChats.Domain.Organizations;
using MediatR;

namespace ClientChats.Api.Messages;

internal static class SearchRoutes
{
    public static void MapSearch(this IEndpointRouteBuilder api) =>
        api.MapGet("/search", async (
                string? query, string? @in, Guid? conversationId, Guid? authorId, DateTimeOffset? since, DateTimeOffset? until, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new Search(query ?? "", @in, conversationId, authorId, since, until, cursor, limit ?? 30), ct)))
            .WithTags("Search").WithSummary("Finds messages, files, conversations and people, of those that one sees.").Refuses(404, 429).Scope(Scopes.ReadConversations);
}
