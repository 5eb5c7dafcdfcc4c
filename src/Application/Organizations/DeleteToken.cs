using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>An employee ends one of his tokens; the program that uses it is out at once.</summary>
public sealed record DeleteToken(Guid TokenId) : ICommand, IForEmployees
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ILiveNotices notices) : ICommandHandler<DeleteToken>
    {
        public async Task Handle(DeleteToken command, CancellationToken ct)
        {
            var ended = await db.AccessTokens.Of(current.Viewer).Where(t => t.Id == command.TokenId).ExecuteDeleteAsync(ct);
            Refuse.If(ended == 0, SessionRefusals.TokenNotFound);
            notices.Add(new SignInEndedNotice(current.Viewer.OrganizationId, command.TokenId));
        }
    }
}
