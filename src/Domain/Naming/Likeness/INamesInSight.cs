namespace ClientChats.Domain.Naming;

/// <summary>
/// The names of conversations that the person who types can see, and no others: a finding must not betray a hidden chat.
/// The caller leaves out the conversation that is being renamed, and prepares the answers beforehand.
/// </summary>
public interface INamesInSight
{
    /// <summary>A name with the same <see cref="NameKey.Text"/>, as it is spelled.</summary>
    string? SameAs(NameKey key);

    /// <summary>
    /// Names that may be close; those that are not are sorted out here. Good candidates share a word of <see cref="NameKey.Words"/>,
    /// or the <see cref="NameKey.Squashed"/> text.
    /// </summary>
    IEnumerable<string> Candidates(NameKey key);
}

/// <summary>No other names: where nothing is compared.</summary>
public sealed class NoNamesInSight : INamesInSight
{
    public static readonly NoNamesInSight Instance = new();

    private NoNamesInSight()
    {
    }

    public string? SameAs(NameKey key) => null;

    public IEnumerable<string> Candidates(NameKey key) => [];
}
