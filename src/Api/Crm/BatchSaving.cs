using ClientChats.Api.Http;
using ClientChats.Application.Crm;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using MediatR;

namespace ClientChats.Api.Crm;

/// <summary>A contact in a batch.</summary>
/// <param name="ExternalId">1 to 200 characters, no control characters.</param>
/// <param name="Name">1 to 300 characters.</param>
/// <param name="Phones">At most 50; without a plus sign they are read in the organization's country.</param>
/// <param name="Emails">At most 50.</param>
/// <param name="MessengerIds">At most 50.</param>
/// <param name="ResponsibleMemberId">The responsible as our member.</param>
/// <param name="ResponsibleCrmUserId">The responsible as the CRM's user.</param>
/// <param name="Deals">At most 200.</param>
/// <param name="Revision">Lower than or equal to the stored one changes nothing.</param>
internal sealed record BatchItem(
    string ExternalId, string Name, IReadOnlyList<string>? Phones, IReadOnlyList<string>? Emails, IReadOnlyList<MessengerId>? MessengerIds,
    Guid? ResponsibleMemberId, string? ResponsibleCrmUserId, IReadOnlyList<DealInput>? Deals, long? Revision);

/// <summary>Up to 1,000 contacts.</summary>
/// <param name="Items">1 to 1,000 contacts.</param>
internal sealed record ContactBatch(IReadOnlyList<BatchItem> Items);

/// <summary>Why one contact of a batch was not taken.</summary>
/// <param name="Code">The stable code for programs.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Field">The field that it is about.</param>
internal sealed record BatchError(string Code, string Message, string? Field);

/// <summary>What became of one contact of a batch.</summary>
/// <param name="ExternalId">The id that the CRM gave the contact.</param>
/// <param name="Applied">Whether the contact was taken.</param>
/// <param name="Error">Why it was not taken.</param>
internal sealed record BatchOutcome(string ExternalId, bool Applied, BatchError? Error);

/// <summary>What became of a batch, contact by contact, in the order of the request.</summary>
/// <param name="Items">One outcome for each contact, in the order of the request.</param>
internal sealed record BatchResult(IReadOnlyList<BatchOutcome> Items);

/// <summary>Saves contacts one by one, each in a transaction of its own.</summary>
internal sealed class BatchSaving(IServiceScopeFactory scopes, IViewerContext current)
{
    private const int MostItems = 1000;

    private static readonly Refusal TooMany = Refusal.Invalid("crm.batchTooLarge", "1 to 1,000 contacts at once.", "За раз от 1 до 1000 контактов.");

    public async Task<BatchResult> SaveAsync(ContactBatch batch, CancellationToken ct)
    {
        Refuse.Unless(current.Viewer.IsAdministrator, MemberRefusals.MayNotManage);
        if (batch.Items is null or { Count: 0 or > MostItems } || batch.Items.Any(item => item is null)) throw new RefusedException(TooMany) { Field = "items" };

        var outcomes = new List<BatchOutcome>(batch.Items.Count);
        foreach (var item in batch.Items) outcomes.Add(await SaveAsync(item, ct));
        return new BatchResult(outcomes);
    }

    private async Task<BatchOutcome> SaveAsync(BatchItem item, CancellationToken ct)
    {
        var input = new ContactInput(item.Name, item.Phones, item.Emails, item.MessengerIds, item.ResponsibleMemberId, item.ResponsibleCrmUserId, item.Deals, item.Revision);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var saved = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SaveContact(item.ExternalId, input), ct);
            return new BatchOutcome(item.ExternalId, saved.Applied, null);
        }
        catch (RefusedException refused)
        {
            return new BatchOutcome(item.ExternalId, false, new BatchError(refused.Refusal.Code, Problems.SentenceOf(refused.Refusal), refused.Field));
        }
        catch (ValidationException invalid)
        {
            var first = invalid.Errors.First();
            return new BatchOutcome(item.ExternalId, false, new BatchError(ValidationTexts.CodeOf(first.ErrorCode), first.ErrorMessage, Problems.FieldOf(first.PropertyName)));
        }
    }
}
