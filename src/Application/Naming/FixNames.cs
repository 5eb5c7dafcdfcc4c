using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Naming;
using FluentValidation;

namespace ClientChats.Application.Naming;

/// <summary>A chat that is to be given another name.</summary>
/// <param name="ConversationId">The chat.</param>
/// <param name="Before">What it is called now; where it is called otherwise by then, it is left alone.</param>
/// <param name="After">The new name, 1 to 200 characters.</param>
public sealed record NameToFix(Guid ConversationId, string Before, string After);

/// <summary>A chat that was left alone, and why.</summary>
/// <param name="ConversationId">The chat.</param>
/// <param name="Code">Why, as a refusal to rename it would say.</param>
/// <param name="Message">The same in the caller's language.</param>
public sealed record NameLeftAlone(Guid ConversationId, string Code, string Message);

/// <summary>Names that were fixed at once.</summary>
/// <param name="Id">By which it is undone.</param>
/// <param name="Renamed">How many chats have another name now.</param>
/// <param name="LeftAlone">Those that were left alone.</param>
public sealed record FixedNamesView(Guid Id, int Renamed, IReadOnlyList<NameLeftAlone> LeftAlone);

/// <summary>Gives up to 200 chats other names at once, each as if one had renamed it by hand; what may not be renamed is left alone.</summary>
/// <param name="Items">1 to 200 names.</param>
public sealed record FixNames(IReadOnlyList<NameToFix> Items) : ICommand<FixedNamesView>, IForEmployees
{
    internal sealed class Validator : AbstractValidator<FixNames>
    {
        public Validator()
        {
            RuleFor(x => x.Items).NotEmpty().AtMost(FixedNames.MaxAtOnce);
            RuleForEach(x => x.Items).NotNull().ChildRules(item =>
            {
                item.RuleFor(x => x.ConversationId).NotEmpty();
                item.RuleFor(x => x.Before).NotNull().MaximumLength(Conversation.MaxNameLength);
                item.RuleFor(x => x.After).NotBlank().MaximumLength(Conversation.MaxNameLength);
            });
        }
    }

    internal sealed class Handler(IClientChatsDb db, ManyNames names, IViewerContext current, TimeProvider time) : ICommandHandler<FixNames, FixedNamesView>
    {
        public async Task<FixedNamesView> Handle(FixNames command, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var (renamed, leftAlone) = await names.RenameAsync(command.Items, now, cancellationToken);
            var kept = FixedNames.Of(Guid.CreateVersion7(now), current.Viewer, renamed, now);
            db.FixedNames.Add(kept);
            return new FixedNamesView(kept.Id, renamed.Count, leftAlone);
        }
    }
}

/// <summary>Renames many chats in one transaction, each by the one door and by its own rules.</summary>
internal sealed class ManyNames(IClientChatsDb db, ConversationAccess access, Renaming renaming, IViewerContext current)
{
    public async Task<(IReadOnlyList<FixedName> Renamed, IReadOnlyList<NameLeftAlone> LeftAlone)> RenameAsync(IReadOnlyList<NameToFix> items, DateTimeOffset at, CancellationToken ct)
    {
        await db.LockConversationsAsync(current.Viewer.OrganizationId, [.. items.Select(item => item.ConversationId).Distinct()], ct);
        var renamed = new List<FixedName>();
        var leftAlone = new List<NameLeftAlone>();
        foreach (var item in items)
        {
            try
            {
                var (conversation, by) = await access.OpenAsync(item.ConversationId, ct);
                Refuse.Unless(conversation.Name == item.Before, NamingRefusals.NameMoved);
                await renaming.RenameAsync(conversation, item.After, by, at, ct);
                if (conversation.Name != item.Before) renamed.Add(new FixedName(conversation.Id, item.Before, conversation.Name));
            }
            catch (RefusedException refused)
            {
                leftAlone.Add(new NameLeftAlone(item.ConversationId, refused.Refusal.Code, ConventionStore.Language is NamingLanguage.Russian ? refused.Refusal.Russian : refused.Refusal.English));
            }
        }

        return (renamed, leftAlone);
    }
}
