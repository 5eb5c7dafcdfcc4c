namespace ClientChats.Domain.Organizations;

/// <summary>What a person may do to a member; the app shows exactly this, and the aggregate refuses the rest.</summary>
/// <param name="ChangeRole">Change his role.</param>
/// <param name="ChangeDuties">Change his duties.</param>
/// <param name="Deactivate">Deactivate him.</param>
/// <param name="Reactivate">Reactivate him.</param>
/// <param name="Write">Write to him directly.</param>
public sealed record MemberAbilities(bool ChangeRole, bool ChangeDuties, bool Deactivate, bool Reactivate, bool Write);
