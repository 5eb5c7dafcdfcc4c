using ClientChats.Domain.Organizations;

namespace ClientChats.Domain.Kernel;

/// <summary>The member who acts, with the role and the duties that he has at this moment.</summary>
public sealed record Viewer(Guid OrganizationId, Guid MemberId, Role Role, bool IsSupervisor, bool IsQualityControl, bool ReceivesNewClients)
{
    public bool IsGuest => Role == Role.Guest;

    public bool IsEmployee => !IsGuest;

    /// <summary>Owner or admin: manages the organization, and reads no conversation by that alone.</summary>
    public bool IsAdministrator => Role is Role.Owner or Role.Admin;
}
