using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Messages;

/// <summary>Marks a file of a message as the final version, in place of a former one or beside the others. Again is no error.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Number">The message.</param>
/// <param name="FileId">Its file; may be left out where it holds one only.</param>
/// <param name="Supersedes">The final version whose place it takes.</param>
public sealed record MarkFinal(Guid ConversationId, long Number, Guid? FileId, FilePlace? Supersedes) : ICommand, IForMembers
{
    internal sealed class Validator : AbstractValidator<MarkFinal>
    {
        public Validator()
        {
            RuleFor(x => x.FileId).NotEqual(Guid.Empty);
            RuleFor(x => x.Supersedes!.Number).GreaterThan(0).When(x => x.Supersedes is not null);
            RuleFor(x => x.Supersedes!.FileId).NotEmpty().When(x => x.Supersedes is not null);
        }
    }

    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, TimeProvider time) : ICommandHandler<MarkFinal>
    {
        public async Task Handle(MarkFinal command, CancellationToken ct)
        {
            var (conversation, entry, by) = await access.OpenEntryAsync(command.ConversationId, command.Number, ct);
            (await db.ShelfOfAsync(conversation, ct)).Mark(entry, command.FileId, command.Supersedes, by, time.GetUtcNow());
        }
    }
}

internal static class FinalShelves
{
    /// <summary>The final versions of a conversation, which the caller has locked.</summary>
    public static async Task<FinalShelf> ShelfOfAsync(this IClientChatsDb db, Conversation conversation, CancellationToken ct) => new(
        conversation, await db.Entries.Where(e => e.OrganizationId == conversation.OrganizationId && e.ConversationId == conversation.Id && e.Finals != null).ToListAsync(ct));
}
