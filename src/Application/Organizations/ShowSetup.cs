using ClientChats.Application.Kernel;

namespace ClientChats.Application.Organizations;

/// <summary>Whether somebody has to set this installation up, and whether he needs the printed code for it.</summary>
public sealed record ShowSetup : IQuery<SetupState>, IForAnyone
{
    internal sealed class Handler(IServedOrganization served, ISetupCode code) : IQueryHandler<ShowSetup, SetupState>
    {
        public async Task<SetupState> Handle(ShowSetup query, CancellationToken cancellationToken)
        {
            var required = await served.FindAsync(cancellationToken) is null;
            return new SetupState(required, CodeRequired: required && code.IsRequired);
        }
    }
}

/// <summary>Whether the installation waits for its first owner.</summary>
/// <param name="Required">The installation waits for its first owner.</param>
/// <param name="CodeRequired">Setting it up needs the code that was printed when the server started.</param>
public sealed record SetupState(bool Required, bool CodeRequired);
