using ClientChats.Api.Http;
using ClientChats.Application.Crm;
using ClientChats.Domain.Organizations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClientChats.Api.Crm;

internal static class CrmRoutes
{
    public static void MapCrm(this IEndpointRouteBuilder api)
    {
        var crm = api.MapGroup("/crm").WithTags("Crm");
        crm.MapGet("/contacts", async (string? query, string? responsible, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListContacts(query, responsible, cursor, limit ?? 50), ct))).WithSummary("Lists the CRM contacts that one may know, by name.").Refuses(404, 429).Scope(Scopes.ReadCrm);
        crm.MapGet("/contacts/{externalId}", async (string externalId, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ShowContact(externalId), ct))).WithSummary("Shows one contact.").Scope(Scopes.ReadCrm);
        crm.MapPost("/contacts", async (CreateContact body, IMediator mediator, CancellationToken ct) =>
        {
            var contact = await mediator.Send(body, ct);
            return TypedResults.Created($"/api/v1/crm/contacts/{Uri.EscapeDataString(contact.ExternalId)}", contact);
        }).WithSummary("Makes a contact by hand for a client of a conversation that one sees, with oneself as responsible.").Refuses(404).Idempotent().Scope(Scopes.WriteCrm);
        crm.MapGet("/unlinked", async (string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListUnlinked(cursor, limit ?? 50), ct))).WithSummary("Lists the client chats that no contact explains, or that several do, the longest first.");
        crm.MapPut("/contacts/{externalId}", async Task<Results<Created<SavedContact>, Ok<SavedContact>>> (string externalId, ContactInput body, IMediator mediator, CancellationToken ct) =>
        {
            var saved = await mediator.Send(new SaveContact(externalId, body), ct);
            return saved.IsNew ? TypedResults.Created($"/api/v1/crm/contacts/{Uri.EscapeDataString(externalId)}", saved) : TypedResults.Ok(saved);
        }).WithSummary("Replaces a contact with what the CRM knows of him now.").Refuses(409).Scope(Scopes.WriteCrm);
        crm.MapDelete("/contacts/{externalId}", async (string externalId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new DeleteContact(externalId), ct);
            return TypedResults.NoContent();
        }).WithSummary("Deletes a contact; his chats are explained by him no longer.").Scope(Scopes.WriteCrm);
        crm.MapPost("/contacts/batch", async (ContactBatch body, BatchSaving saving, CancellationToken ct) =>
            TypedResults.Ok(await saving.SaveAsync(body, ct))).WithSummary("Replaces up to 1,000 contacts, each in a transaction of its own.").Scope(Scopes.WriteCrm);
        crm.MapPost("/handover", async (HandoverInput body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new HandOver(body), ct))).WithSummary("Hands clients over to another responsible, all or nothing.").Refuses(404).Idempotent().Scope(Scopes.WriteCrm);
        crm.MapPost("/handover/preview", async (HandoverInput body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new PreviewHandover(body), ct))).WithSummary("Shows who would gain and lose which chats by a handover.").Refuses(404, 409).Scope(Scopes.WriteCrm);
        crm.MapPost("/handovers/{id}/undo", async (PathId id, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new UndoHandover(id), ct))).WithSummary("Takes a handover back within a minute.").Refuses(409).Scope(Scopes.WriteCrm);
    }
}
