namespace ClientChats.Domain.Naming;

/// <summary>Why a pattern is not accepted.</summary>
public enum PatternProblem
{
    None,
    Empty,
    TooLong,
    NoPlaceholder,
    UnknownPlaceholder,
    RepeatedPlaceholder,
    UnbalancedBrace,
    TextOutside,
    SeparatorMissing,
    SeparatorsDiffer,
    SeparatorUnfit
}
