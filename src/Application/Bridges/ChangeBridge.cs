using ClientChats.Application.Kernel;
using ClientChats.Domain.Bridges;
using ClientChats.Domain.Kernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Bridges;

/// <summary>Renames a bridge, or switches it off and on; while it is off, its calls are turned away and nothing leaves by it.</summary>
public sealed record ChangeBridge(Guid Id, Given<string> Name, Given<bool> Enabled) : ICommand<BridgeView>, IForAdministrators
{
    internal sealed class Validator : AbstractValidator<ChangeBridge>
    {
        public Validator() => RuleFor(x => x.Name.Value!).NotBlank().MaximumLength(Bridge.MaxNameLength).When(x => x.Name.IsGiven).OverridePropertyName("name");
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ISecrets secrets) : ICommandHandler<ChangeBridge, BridgeView>
    {
        public async Task<BridgeView> Handle(ChangeBridge command, CancellationToken cancellationToken)
        {
            var organizationId = current.Viewer.OrganizationId;
            var bridge = await db.Bridges.SingleOrDefaultAsync(b => b.OrganizationId == organizationId && b.Id == command.Id && b.DeletedAt == null, cancellationToken)
                ?? throw new RefusedException(BridgeRefusals.NotFound);
            if (command.Name.IsGiven) bridge.Rename(command.Name.Value!);
            if (command.Enabled.IsGiven) bridge.Switch(command.Enabled.Value);
            return BridgeView.Of(bridge, secrets);
        }
    }
}
