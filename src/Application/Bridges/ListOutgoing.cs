using System.Security.Cryptography;
using System.Text;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Bridges;
using ClientChats.Domain.Kernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Bridges;

/// <summary>A message as the development bridge would have sent it out.</summary>
/// <param name="Id">The id.</param>
/// <param name="Number">The number in the log.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="GroupId">The group outside.</param>
/// <param name="Text">What was written.</param>
/// <param name="Author">The name under which it was sent.</param>
/// <param name="ReplyToId">The outside id of the message that it answers.</param>
/// <param name="At">When it was written.</param>
public sealed record SentMessage(
    Guid Id, long Number, Guid ConversationId, string GroupId, string Text, string Author, string? ReplyToId, DateTimeOffset At);

/// <summary>Sent messages in order, and the position after which to ask next.</summary>
/// <param name="Items">The messages, in the order in which they left.</param>
/// <param name="Next">To be sent as <c>after</c> for what comes later.</param>
public sealed record OutgoingPage(IReadOnlyList<SentMessage> Items, long Next);

/// <summary>What the development bridge has sent.</summary>
public interface IDevelopmentOutgoing
{
    Task<IReadOnlyList<(long Position, SentMessage Message)>> ReadAsync(Guid organizationId, Guid bridgeId, long after, int limit, CancellationToken ct);
}

/// <summary>The bridge itself, by its secret, reads what it is to send out; nobody else learns that it exists.</summary>
public sealed record ListOutgoing(Guid BridgeId, string? Secret, long After, int Limit) : IQuery<OutgoingPage>, IForAnyone
{
    internal sealed class Validator : AbstractValidator<ListOutgoing>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).InclusiveBetween(1, 200);
            RuleFor(x => x.After).GreaterThanOrEqualTo(0);
        }
    }

    internal sealed class Handler(IClientChatsDb db, ISecrets secrets, IDevelopmentOutgoing outgoing) : IQueryHandler<ListOutgoing, OutgoingPage>
    {
        public async Task<OutgoingPage> Handle(ListOutgoing query, CancellationToken cancellationToken)
        {
            var presented = secrets.Read(SecretKind.BridgeSecret, query.Secret) ?? throw new RefusedException(BridgeRefusals.NotFound);
            var bridge = await db.Bridges.AsNoTracking()
                .SingleOrDefaultAsync(b => b.OrganizationId == presented.OrganizationId && b.Id == query.BridgeId && b.Kind == Bridge.Development && b.DeletedAt == null, cancellationToken);
            Refuse.Unless(bridge is not null && secrets.Unprotect(bridge.SecretProtected) is { } secret && AreEqual(secret, query.Secret!), BridgeRefusals.NotFound);

            var sent = await outgoing.ReadAsync(bridge!.OrganizationId, bridge.Id, query.After, query.Limit, cancellationToken);
            return new OutgoingPage([.. sent.Select(s => s.Message)], sent.Count == 0 ? query.After : sent[^1].Position);
        }

        private static bool AreEqual(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
    }
}
