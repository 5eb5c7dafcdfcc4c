using ClientChats.Application.Kernel;
using ClientChats.Domain.Bridges;
using FluentValidation;

namespace ClientChats.Application.Bridges;

/// <summary>Which kinds of bridges this installation offers.</summary>
public interface IBridgeKinds
{
    bool Offers(string kind);
}

/// <summary>A new bridge, with the key and the secret that are shown this once.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">The kind of messenger.</param>
/// <param name="Name">The name.</param>
/// <param name="Key">The key in the webhook path; shown this once.</param>
/// <param name="Secret">What calls are signed with; shown this once.</param>
/// <param name="WebhookPath">Where the messenger is to call us.</param>
public sealed record ConnectedBridge(Guid Id, string Kind, string Name, string Key, string Secret, string WebhookPath) : IHoldsSecret;

/// <summary>Connects a messenger: it calls us at the webhook path and signs what it says with the secret.</summary>
public sealed record ConnectBridge(string Kind, string Name) : ICommand<ConnectedBridge>, IForAdministrators
{
    internal sealed class Validator : AbstractValidator<ConnectBridge>
    {
        public Validator(IBridgeKinds kinds)
        {
            RuleFor(x => x.Kind).Must(kinds.Offers).Says(BridgeRefusals.KindUnknown);
            RuleFor(x => x.Name).NotBlank().MaximumLength(Bridge.MaxNameLength);
        }
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ISecrets secrets, TimeProvider time) : ICommandHandler<ConnectBridge, ConnectedBridge>
    {
        public Task<ConnectedBridge> Handle(ConnectBridge command, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var key = secrets.Make(SecretKind.BridgeKey, current.Viewer.OrganizationId);
            var secret = secrets.Make(SecretKind.BridgeSecret, current.Viewer.OrganizationId);
            var bridge = Bridge.Connect(Guid.CreateVersion7(now), current.Viewer, command.Kind, command.Name, key.Hash, secrets.Protect(key.Text), secrets.Protect(secret.Text), now);
            db.Bridges.Add(bridge);
            return Task.FromResult(new ConnectedBridge(bridge.Id, bridge.Kind, bridge.Name, key.Text, secret.Text, BridgeView.PathOf(bridge.Kind, key.Text)));
        }
    }
}
