namespace ClientChats.Domain.Organizations;

/// <summary>What a person may do to a member; the app shows exactly this, and the aggregate refuses the rest.</summary>
public sealed record MemberAbilities(bool ChangeRole, bool ChangeDuties, bool Deactivate, bool Reactivate, bool Write);
