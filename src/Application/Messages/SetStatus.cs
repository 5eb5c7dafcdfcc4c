using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Messages;
using FluentValidation;

namespace ClientChats.Application.Messages;

/// <summary>An employee says how the matter of a message stands, asks somebody in the chat for a decision, or takes that back. Again is no error.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Number">The message.</param>
/// <param name="Status">Null takes back what was said.</param>
public sealed record SetStatus(Guid ConversationId, long Number, WantedStatus? Status) : ICommand, IForMembers
{
    internal sealed class Validator : AbstractValidator<SetStatus>
    {
        public Validator() => RuleFor(x => x.Status!).SetValidator(new WantedStatusValidator()).OverridePropertyName("").When(x => x.Status is not null);
    }

    internal sealed class Handler(ConversationAccess access, Deciders deciders, TimeProvider time) : ICommandHandler<SetStatus>
    {
        public async Task Handle(SetStatus command, CancellationToken ct)
        {
            var (conversation, entry, by) = await access.OpenEntryAsync(command.ConversationId, command.Number, ct);
            var isHere = command.Status?.DecisionBy is not { } decider || await deciders.IsHereAsync(by.Viewer, conversation.Id, decider, ct);
            conversation.SetStatus(entry, command.Status, isHere, by, time.GetUtcNow());
        }
    }
}

internal sealed class WantedStatusValidator : AbstractValidator<WantedStatus>
{
    public WantedStatusValidator()
    {
        RuleFor(x => x.Status).IsInEnum();
        RuleFor(x => x.DecisionBy).NotEmpty().Says(MessageRefusals.WhoDecides).When(x => x.Status == StatusKind.NeedsDecision);
        RuleFor(x => x.DecisionBy).Null().Says(MessageRefusals.NothingToDecide).When(x => x.Status != StatusKind.NeedsDecision);
        RuleFor(x => x.DueAt).Null().Says(MessageRefusals.NothingToDecide).When(x => x.Status != StatusKind.NeedsDecision);
    }
}
