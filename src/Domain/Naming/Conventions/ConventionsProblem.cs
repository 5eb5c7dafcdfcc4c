namespace ClientChats.Domain.Naming;

/// <summary>Why a set of conventions is not accepted.</summary>
public enum ConventionsProblem
{
    None,
    Empty,
    TooMany,
    RepeatedId,
    RepeatedPattern,
    NotOneDefault,
    ListLength
}
