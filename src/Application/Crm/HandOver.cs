using ClientChats.Application.Kernel;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Kernel;
using FluentValidation;

namespace ClientChats.Application.Crm;

/// <summary>Which clients go to whom. With both selectors: those of the contacts whose responsible is that member.</summary>
/// <param name="ContactIds">External ids, at most 1,000.</param>
/// <param name="FromMemberId">All clients of this member.</param>
/// <param name="ToMemberId">An active employee.</param>
/// <param name="Expected">What the preview answered; where things have changed since, nothing is handed over.</param>
public sealed record HandoverInput(IReadOnlyList<string>? ContactIds, Guid? FromMemberId, Guid ToMemberId, string? Expected);

/// <summary>A handover that took place: how many contacts it moved, and how many conversations it concerned.</summary>
/// <param name="Id">The handover, by which it can be undone for a minute.</param>
/// <param name="Contacts">How many contacts were moved.</param>
/// <param name="Conversations">How many conversations it concerned.</param>
public sealed record HandoverResult(Guid Id, int Contacts, int Conversations);

/// <summary>A client goes to another responsible: the new one has the whole history in the instant in which the former one loses it.</summary>
public sealed record HandOver(HandoverInput Clients) : ICommand<HandoverResult>, IChangesVisibility, IForMembers
{
    internal sealed class Validator : AbstractValidator<HandOver>
    {
        public Validator() => RuleFor(x => x.Clients).SetValidator(new HandoverValidator());
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, HandoverSelection selection, ResponsibilityChange change, TimeProvider time) : ICommandHandler<HandOver, HandoverResult>
    {
        public async Task<HandoverResult> Handle(HandOver command, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var contacts = await selection.SelectAsync(command.Clients, cancellationToken);
            var now = time.GetUtcNow();
            var handover = Handover.Of(Guid.CreateVersion7(now), viewer, command.Clients.ToMemberId, [.. contacts.Select(c => c.RememberResponsibles())], now);
            db.Handovers.Add(handover);

            var (changes, conversations) = await change.MakeAsync(contacts, "handover", () => contacts.ForEach(c => c.HandOverTo(command.Clients.ToMemberId, now)), cancellationToken);
            Refuse.If(command.Clients.Expected is { } expected && expected != HandoverSelection.ExpectedOf(contacts, changes), CrmRefusals.PreviewStale);
            return new HandoverResult(handover.Id, contacts.Count, conversations.Count);
        }
    }
}
