using System.Text;

namespace ClientChats.Infrastructure.Jobs;

/// <summary>Failures as they are kept: text that the database can hold, of a bounded size.</summary>
internal static class JobErrors
{
    private const int MostBytes = 8 * 1024;

    /// <summary>The message on the first line, then all that an operator needs to find the cause.</summary>
    public static string Full(Exception failure) => Cut($"{FirstLine(failure.Message)}\n{failure}", MostBytes);

    public static string Short(Exception failure) => Cut(failure.Message, 1000);

    private static string FirstLine(string text) => text.AsSpan().Trim().IndexOfAny('\r', '\n') is var end and >= 0 ? text.Trim()[..end] : text.Trim();

    private static string Cut(string text, int bytes)
    {
        var all = Encoding.UTF8.GetBytes(text.Replace("\0", "", StringComparison.Ordinal));
        return all.Length <= bytes ? Encoding.UTF8.GetString(all) : Encoding.UTF8.GetString(all, 0, bytes).TrimEnd('\uFFFD');
    }
}
