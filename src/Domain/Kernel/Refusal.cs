namespace ClientChats.Domain.Kernel;

/// <summary>What kind of "no" a refusal is; the API turns it into a status code.</summary>
public enum RefusalKind
{
    /// <summary>The thing does not exist, or is not for this person to know about.</summary>
    NotFound,

    /// <summary>The person knows of the thing, but may not do this.</summary>
    Forbidden,

    /// <summary>The act does not fit the present state of the thing.</summary>
    Conflict,

    /// <summary>The thing was good once and is not any more.</summary>
    Gone,

    /// <summary>What was asked for is not valid.</summary>
    Invalid,

    /// <summary>The document has changed since the caller read it.</summary>
    Stale,

    /// <summary>The person is not signed in, or not any more.</summary>
    SignedOut,

    /// <summary>What was sent is larger than anything that is taken.</summary>
    TooLarge,

    /// <summary>This caller asks too often; later it will do.</summary>
    TooMany,

    /// <summary>The system cannot take more at this moment.</summary>
    Busy,

    /// <summary>The answer would be the same document that the caller did not say he has read.</summary>
    Unconditional,
}

/// <summary>A named "no": a stable code for programs and a sentence, in English and in Russian, for people.</summary>
public sealed record Refusal(RefusalKind Kind, string Code, string English, string Russian)
{
    public static Refusal NotFound(string code, string english, string russian) => new(RefusalKind.NotFound, code, english, russian);

    public static Refusal Forbidden(string code, string english, string russian) => new(RefusalKind.Forbidden, code, english, russian);

    public static Refusal Conflict(string code, string english, string russian) => new(RefusalKind.Conflict, code, english, russian);

    public static Refusal Gone(string code, string english, string russian) => new(RefusalKind.Gone, code, english, russian);

    public static Refusal Invalid(string code, string english, string russian) => new(RefusalKind.Invalid, code, english, russian);

    public static Refusal TooMany(string code, string english, string russian) => new(RefusalKind.TooMany, code, english, russian);
}

/// <summary>Thrown where a refusal is met, caught once at the edge of the system.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.English)
{
    public Refusal Refusal { get; } = refusal;

    /// <summary>The field of the request that the refusal is about, where there is one.</summary>
    public string? Field { get; init; }

    /// <summary>Facts that the answer carries beside the code, such as the time at which a link expired.</summary>
    public IReadOnlyDictionary<string, object> Facts { get; init; } = new Dictionary<string, object>();

    /// <summary>How long to wait before asking again, where waiting helps.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

public static class Refuse
{
    public static void If(bool condition, Refusal refusal)
    {
        if (condition) throw new RefusedException(refusal);
    }

    /// <summary>Refuses where there is something against it.</summary>
    public static void For(Refusal? against)
    {
        if (against is not null) throw new RefusedException(against);
    }

    public static void Unless(bool condition, Refusal refusal) => If(!condition, refusal);
}
