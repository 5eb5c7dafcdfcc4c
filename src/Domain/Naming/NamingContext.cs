namespace ClientChats.Domain.Naming;

/// <summary>What is known around the chat whose name is checked. Everything has a default, so that a caller gives what he has.</summary>
public sealed record NamingContext
{
    public static readonly NamingContext Empty = new();

    /// <summary>The employees of the organization.</summary>
    public KnownPeople People { get; init; } = KnownPeople.None;

    /// <summary>The employees in this chat; they are meant before others with the same first name.</summary>
    public KnownPeople InChat { get; init; } = KnownPeople.None;

    /// <summary>The employee who answers for the client, where it is known.</summary>
    public KnownPerson? Responsible { get; init; }

    public ClientCompanies Companies { get; init; } = ClientCompanies.None;

    public INamesInSight NamesInSight { get; init; } = NoNamesInSight.Instance;

    public int ListLength { get; init; } = NameLimits.List;
}
