using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Naming;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Naming;

/// <summary>Whoever fixed names gives the chats back what they were called; one that has got yet another name since is left alone.</summary>
public sealed record UndoNameFixes(Guid Id) : ICommand<FixedNamesView>, IForEmployees
{
    internal sealed class Handler(IClientChatsDb db, ManyNames names, IViewerContext current, TimeProvider time) : ICommandHandler<UndoNameFixes, FixedNamesView>
    {
        public async Task<FixedNamesView> Handle(UndoNameFixes command, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var kept = await db.FixedNames.SingleOrDefaultAsync(f => f.OrganizationId == viewer.OrganizationId && f.Id == command.Id, cancellationToken)
                ?? throw new RefusedException(NamingRefusals.FixNotFound);
            var now = time.GetUtcNow();
            kept.Undo(viewer, now);
            var (renamed, leftAlone) = await names.RenameAsync([.. kept.Names.Select(name => new NameToFix(name.ConversationId, name.After, name.Before))], now, cancellationToken);
            return new FixedNamesView(kept.Id, renamed.Count, leftAlone);
        }
    }
}
