using System.Collections.Immutable;

namespace ClientChats.Domain.Naming;

/// <summary>What an organization added to a dictionary and took out of it.</summary>
public sealed record DictionaryChanges(ImmutableArray<DictionaryEntry> Added, ImmutableArray<DictionaryEntry> Removed)
{
    public const int MaxEntries = 5_000;
    public static readonly DictionaryChanges None = new([], []);

    /// <summary>Everything that keeps these changes from being accepted; empty when they are fit.</summary>
    public ImmutableArray<DictionaryRefusal> Refusals(NamingDictionary dictionary)
    {
        if (Added.Length + Removed.Length > MaxEntries)
        {
            return [new DictionaryRefusal(Added.Concat(Removed).ElementAt(MaxEntries), DictionaryProblem.TooManyEntries)];
        }

        var lexicon = Lexicon.Of([dictionary.With(this)]);
        var unfit =
            from entry in Added
            let problem = EntryFitness.ProblemOf(entry, lexicon)
            where problem is not null
            select new DictionaryRefusal(entry, problem.Value);
        var repeated =
            from same in Added.GroupBy(entry => entry.Key)
            from entry in same.Skip(1)
            select new DictionaryRefusal(entry, DictionaryProblem.Repeated);
        return [..unfit, ..repeated];
    }
}
