using System.Globalization;

namespace ClientChats.Application.Jobs;

internal static class Batches
{
    /// <summary>Does one batch after the other, each in a transaction of its own, until one finds nothing, and answers how many things it were.</summary>
    public static async Task<string?> CountAsync(Func<Task<int>> batch, CancellationToken ct)
    {
        var count = 0;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var done = await batch();
            if (done == 0) return count.ToString(CultureInfo.InvariantCulture);
            count += done;
        }
    }
}
