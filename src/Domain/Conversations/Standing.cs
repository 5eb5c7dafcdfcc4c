using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Conversations;

/// <summary>How a person stands towards one conversation at this moment; the reasons come from the stored predicate.</summary>
/// <param name="Viewer">The person.</param>
/// <param name="Sees">He sees it, by whatever rule.</param>
/// <param name="IsMember">He is a member of it.</param>
/// <param name="IsOwner">He owns the chat.</param>
/// <param name="IsChannelAdministrator">He administers the channel.</param>
/// <param name="IsOpen">It is a public channel, and he is an employee.</param>
/// <param name="IsResponsible">A client in it is his in the CRM.</param>
/// <param name="ReceivesIt">No contact explains it and he receives new clients.</param>
/// <param name="IsOverseer">He sees it as supervisor or quality control.</param>
/// <param name="IsManager">Owner or admin of the organization, for whom this conversation is one to manage.</param>
/// <param name="HistoryFloor">The last number that does not exist for him.</param>
public sealed record Standing(
    Viewer Viewer, bool Sees, bool IsMember, bool IsOwner, bool IsChannelAdministrator, bool IsOpen, bool IsResponsible, bool ReceivesIt,
    bool IsOverseer, bool IsManager, long HistoryFloor)
{
    /// <summary>He answers the client here because the client, or the lack of an explanation, is his.</summary>
    public bool Answers => IsResponsible || ReceivesIt;

    /// <summary>He leads it from inside: owns the group, or administers the channel.</summary>
    public bool Leads => IsMember && (IsOwner || IsChannelAdministrator);

    /// <summary>He manages it without reading it.</summary>
    public bool OnlyManages => !Sees && IsManager;
}
