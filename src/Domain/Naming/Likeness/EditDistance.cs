namespace ClientChats.Domain.Naming;

internal static class EditDistance
{
    /// <summary>Letters to add, drop, change, or swap with their neighbour; <paramref name="most"/> + 1 when there are more than that.</summary>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return most + 1;
        if (most <= 0) return one.SequenceEqual(other) ? 0 : most + 1;

        var width = other.Length + 1;
        var beforeLast = new int[width];
        var last = new int[width];
        var row = new int[width];
        for (var j = 0; j < width; j++) last[j] = j;

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var best = i;
            for (var j = 1; j < width; j++)
            {
                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                var cost = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) cost = Math.Min(cost, beforeLast[j - 2] + 1);
                row[j] = cost;
                best = Math.Min(best, cost);
            }

            if (best > most) return most + 1;
            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return Math.Min(last[other.Length], most + 1);
    }
}
