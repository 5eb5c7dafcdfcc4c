using ClientChats.Api.Files;
using ClientChats.Api.Http;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Organizations;
using MediatR;

namespace ClientChats.Api.Organizations;

internal static class MemberRoutes
{
    public static void MapMembers(this IEndpointRouteBuilder api)
    {
        var members = api.MapGroup("/members").WithTags("Members");

        members.MapGet("", async (OneOf<Role>[]? role, OneOf<MemberStatus>? status, string? query, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListMembers([.. (role ?? []).Select(r => r.Value)], status?.Value, query, cursor, limit ?? 50), ct))).WithSummary("Lists the people whom one may know.").Refuses(429).AnyToken();

        members.MapGet("/{id}", async (PathId id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ShowMember(id), ct))).WithSummary("Shows one person.").AnyToken();

        members.MapGet("/{id}/avatar", async (PathId id, string? v, HttpContext context, IMediator mediator, IFileStore store, CancellationToken ct) =>
            await AvatarAnswer.SendAsync(context, await mediator.Send(new ShowMemberAvatar(id), ct), v, store, ct)).WithSummary("Sends the picture of a person whom one may know.").SendsPicture();

        members.MapPatch("/{id}", async (PathId id, MemberPatch body, IMediator mediator, CancellationToken ct) =>
        {
            body.RefuseUnknownFields();
            return TypedResults.Ok(await mediator.Send(new ChangeMember(id, body.Role, body.Duties, body.Phones, body.CrmUserIds, body.Company, body.Status), ct));
        }).WithSummary("Changes a member's role, duties, numbers, CRM users, company or status.").Refuses(409).Scope(Scopes.WriteMembers);
    }

    /// <summary>What an administrator changes of a member; what is absent stays.</summary>
    /// <param name="Role">Not by tokens.</param>
    /// <param name="Duties">All that he is to have; null for none. Not by tokens.</param>
    /// <param name="Phones">All of his own numbers, 10 at most; without a plus sign they are read in the organization's country.</param>
    /// <param name="CrmUserIds">All users of the CRM that are he, 10 at most.</param>
    /// <param name="Company">The guest's company, at most 200 characters.</param>
    /// <param name="Status"><c>deactivated</c> ends all his sessions and tokens for good.</param>
    internal sealed record MemberPatch(
        Given<Role?> Role, Given<IReadOnlyList<Duty>> Duties, Given<IReadOnlyList<string>> Phones, Given<IReadOnlyList<string>> CrmUserIds,
        Given<string> Company, Given<MemberStatus?> Status) : MergePatch;
}
