namespace ClientChats.Application.Kernel;

/// <summary>A field of a merge patch: absent, or given, be it as null.</summary>
public interface IGiven
{
    bool IsGiven { get; }
}

/// <summary>A field of a merge patch (RFC 7396): absent leaves things as they are, null clears them.</summary>
public readonly record struct Given<T>(T? Value, bool IsGiven) : IGiven
{
    public static implicit operator Given<T>(T? value) => new(value, IsGiven: true);

    /// <summary>The given value, or the one there is.</summary>
    public T? Or(T? present) => IsGiven ? Value : present;
}
