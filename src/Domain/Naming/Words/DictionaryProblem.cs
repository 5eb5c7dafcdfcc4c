namespace ClientChats.Domain.Naming;

/// <summary>Why an entry is not accepted into a dictionary.</summary>
public enum DictionaryProblem
{
    WordMissing,
    WordTooLong,
    WordUnfit,
    ValueMissing,
    ValueTooLong,
    ValueUnfit,
    ValueNotShorter,
    ValueIsReplacedToo,
    Repeated,
    TooManyEntries
}

/// <summary>An entry that is not accepted, and why.</summary>
public sealed record DictionaryRefusal(DictionaryEntry Entry, DictionaryProblem Problem);
