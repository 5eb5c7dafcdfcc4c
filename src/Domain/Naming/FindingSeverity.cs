namespace ClientChats.Domain.Naming;

/// <summary>How much a finding matters. Only an error keeps a name from being used.</summary>
public enum FindingSeverity
{
    Hint,
    Warning,
    Error
}
