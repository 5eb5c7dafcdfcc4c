namespace ClientChats.Infrastructure.Postgres;

internal static class ServerWords
{
    private const string Speaker = "postgres: ";

    private static readonly string[] Marks = ["PANIC: ", "FATAL: ", "error: "];

    /// <summary>Why a program of PostgreSQL failed, out of the lines that it said, as the end of a sentence.</summary>
    public static string ReasonIn(IReadOnlyCollection<string> lines)
    {
        foreach (var line in lines)
        {
            foreach (var mark in Marks)
            {
                if (line.IndexOf(mark, StringComparison.Ordinal) is var at and >= 0) return Tidy(line[(at + mark.Length)..]);
            }
        }

        var first = lines.FirstOrDefault(line => !line.Contains("LOG: ", StringComparison.Ordinal)) ?? "it ended and said nothing";
        return Tidy(first.StartsWith(Speaker, StringComparison.Ordinal) ? first[Speaker.Length..] : first);
    }

    private static string Tidy(string reason) => reason.Trim().TrimEnd('.', ':');
}
