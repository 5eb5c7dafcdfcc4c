namespace ClientChats.Domain.Naming;

/// <summary>How close two names are for the eye of a person who looks for one of them.</summary>
public static class NameLikeness
{
    /// <summary>More slips than this make a different name.</summary>
    public const int MostSlips = 2;

    /// <summary>
    /// The number of slips between two different names, or null when they are not close. Words in another order and other spaces are no slip;
    /// another number is always another name («Этап 1», «Этап 2»), and short words have to be the same («SEO», «SMM»).
    /// </summary>
    public static int? SlipsBetween(NameKey one, NameKey other)
    {
        if (one.Words.IsEmpty || other.Words.IsEmpty) return null;
        if (one.Squashed == other.Squashed || SameWords(one, other)) return 0;
        if (!SameNumbers(one, other)) return null;
        return one.Words.Length == other.Words.Length ? SlipsWordByWord(one, other) : SlipsAcrossSpaces(one, other);
    }

    private static bool SameWords(NameKey one, NameKey other) =>
        one.Words.Length == other.Words.Length
        && one.Words.Order(StringComparer.Ordinal).SequenceEqual(other.Words.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static bool SameNumbers(NameKey one, NameKey other) => NumbersOf(one).SequenceEqual(NumbersOf(other), StringComparer.Ordinal);

    private static IEnumerable<string> NumbersOf(NameKey key) => key.Words.Where(word => word.Any(char.IsDigit)).Order(StringComparer.Ordinal);

    private static int? SlipsWordByWord(NameKey one, NameKey other)
    {
        var slips = 0;
        for (var i = 0; i < one.Words.Length; i++)
        {
            var (left, right) = (one.Words[i], other.Words[i]);
            var allowed = Math.Min(SlipsAllowed(Math.Min(left.Length, right.Length)), MostSlips - slips);
            var found = EditDistance.Between(left, right, allowed);
            if (found > allowed) return null;
            slips += found;
        }

        return slips;
    }

    private static int? SlipsAcrossSpaces(NameKey one, NameKey other)
    {
        const int longEnough = 8;
        if (Math.Min(one.Squashed.Length, other.Squashed.Length) < longEnough) return null;
        return EditDistance.Between(one.Squashed, other.Squashed, 1) <= 1 ? 1 : null;
    }

    private static int SlipsAllowed(int length) => length switch
    {
        <= 3 => 0,
        <= 7 => 1,
        _ => MostSlips
    };
}
