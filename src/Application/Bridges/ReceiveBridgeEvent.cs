using ClientChats.Application.Kernel;
using ClientChats.Domain.Bridges;
using ClientChats.Domain.Kernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Bridges;

/// <summary>A messenger tells what happened in a group. It is stored, and answered when it is on disk; the effect follows.</summary>
/// <param name="Kind">The kind of bridge in the path.</param>
/// <param name="Key">The key in the path.</param>
/// <param name="IsSigned">Checks the signature over the raw body with the bridge's secret.</param>
/// <param name="Read">Reads the event, for the organization's country; refuses what cannot be read.</param>
public sealed record ReceiveBridgeEvent(string Kind, string Key, Func<string, bool> IsSigned, Func<string, BridgeEvent> Read) : IRequest, IForAnyone
{
    internal sealed class Handler(IClientChatsDb db, ISecrets secrets, IBridgeInbox inbox, IPaces paces, INoticeBoard board) : IRequestHandler<ReceiveBridgeEvent>
    {
        public async Task<Unit> Handle(ReceiveBridgeEvent request, CancellationToken cancellationToken)
        {
            var presented = secrets.Read(SecretKind.BridgeKey, request.Key) ?? throw new RefusedException(BridgeRefusals.NotFound);
            var bridge = await db.Bridges.AsNoTracking()
                .SingleOrDefaultAsync(b => b.OrganizationId == presented.OrganizationId && b.KeyHash == presented.Hash && b.Kind == request.Kind && b.DeletedAt == null, cancellationToken)
                ?? throw new RefusedException(BridgeRefusals.NotFound);
            Refuse.Unless(secrets.Unprotect(bridge.SecretProtected) is { } secret && request.IsSigned(secret), BridgeRefusals.SignatureWrong);
            Refuse.Unless(bridge.IsEnabled, BridgeRefusals.SwitchedOff);
            await paces.TakeTurnAsync(Pace.BridgeEvents, bridge.Id, BridgeRefusals.TooMany, cancellationToken);

            var country = await db.Organizations.Where(o => o.Id == bridge.OrganizationId).Select(o => o.Country).SingleAsync(cancellationToken);
            if (await inbox.StoreAsync(bridge, request.Read(country), cancellationToken)) await board.PostAsync([new InboxNotice(bridge.OrganizationId, bridge.Id)]);
            return Unit.Value;
        }
    }
}
