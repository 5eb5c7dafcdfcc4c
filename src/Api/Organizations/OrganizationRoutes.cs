using ClientChats.Api.Http;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Organizations;
using MediatR;

namespace ClientChats.Api.Organizations;

internal static class OrganizationRoutes
{
    public static void MapOrganization(this IEndpointRouteBuilder api)
    {
        var organization = api.MapGroup("/organization").WithTags("Organization");

        organization.MapGet("", async (IMediator mediator, HttpContext http) =>
        {
            var view = await mediator.Send(new ShowOrganization(), http.RequestAborted);
            http.Tag(view.Version);
            return TypedResults.Ok(view);
        }).WithSummary("Shows the settings of the organization.");

        organization.MapPatch("", async (OrganizationPatch body, IMediator mediator, HttpContext http) =>
        {
            body.RefuseUnknownFields();
            var view = await mediator.Send(
                new ChangeOrganization(
                    http.ExpectedVersion(), body.Name, body.Locale, body.TimeZone, body.Country, body.InvitationLifetimeDays, body.Responsibility, body.OverseeClientDirects),
                http.RequestAborted);
            http.Tag(view.Version);
            return TypedResults.Ok(view);
        }).WithSummary("Changes settings of the organization.").Refuses(412, 428);

        organization.MapGet("/storage", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ShowStorage(), ct))).WithSummary("Shows how much room files take, and how much there is.");
    }

    /// <summary>Settings to be changed; what is absent stays.</summary>
    /// <param name="Name">1 to 200 characters.</param>
    /// <param name="Locale"><c>ru</c> or <c>en</c>.</param>
    /// <param name="TimeZone">An IANA time zone.</param>
    /// <param name="Country">ISO 3166-1 alpha-2.</param>
    /// <param name="InvitationLifetimeDays">1 to 90.</param>
    /// <param name="Responsibility">Where the responsible of a CRM contact is read from.</param>
    /// <param name="OverseeClientDirects">Whether supervisors and quality control also see clients' direct chats; owners only.</param>
    internal sealed record OrganizationPatch(
        Given<string> Name, Given<string> Locale, Given<string> TimeZone, Given<string> Country, Given<int?> InvitationLifetimeDays,
        Given<Responsibility?> Responsibility, Given<bool?> OverseeClientDirects) : MergePatch;
}
