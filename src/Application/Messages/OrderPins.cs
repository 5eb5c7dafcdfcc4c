using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Messages;

/// <summary>Puts the pinned messages into another order.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Numbers">All pinned messages that the caller sees, the first one first.</param>
public sealed record OrderPins(Guid ConversationId, IReadOnlyList<long> Numbers) : ICommand, IForMembers
{
    internal sealed class Validator : AbstractValidator<OrderPins>
    {
        public Validator() => RuleFor(x => x.Numbers).NotNull().Must(numbers => numbers is null || numbers.Count <= Conversation.MaxPins && numbers.Distinct().Count() == numbers.Count);
    }

    internal sealed class Handler(IClientChatsDb db, ConversationAccess access) : ICommandHandler<OrderPins>
    {
        public async Task Handle(OrderPins command, CancellationToken ct)
        {
            var (conversation, by) = await access.OpenAsync(command.ConversationId, ct);
            Refuse.Unless(by.Sees, ConversationRefusals.NotFound);

            var numbers = command.Numbers.ToList();
            var entries = await db.Entries.Where(e => e.OrganizationId == conversation.OrganizationId && e.ConversationId == conversation.Id && numbers.Contains(e.Number)).ToListAsync(ct);
            conversation.OrderPins([.. entries.OrderBy(entry => numbers.IndexOf(entry.Number))], by);
        }
    }
}
