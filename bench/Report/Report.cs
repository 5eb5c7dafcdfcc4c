using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ClientChats.Bench.Report;

/// <summary>The table of a run, as Markdown. It holds ratios; absolute figures belong to one machine and one minute.</summary>
internal sealed record Report(Options Options, bool HasPgbench, bool HasPeer, bool WasQuiet, double CommitMicroseconds, Audit Audit, IReadOnlyList<Result> Results)
{
    public string ToMarkdown()
    {
        var text = new StringBuilder("# Results\n\nWritten by the harness; `README.md` says how to run it and how to read this.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- Data: {Options.Conversations:N0} conversations, {Options.Messages:N0} messages; {Options.Rounds} rounds of {Options.Seconds} s in alternating turns.\n");
        text.Append(CultureInfo.InvariantCulture, $"- Machine: {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.FrameworkDescription}; a commit of 8 KB takes the disk {CommitMicroseconds:0} µs; load generator on the same processors.\n");
        text.Append(WasQuiet ? "- The machine had nothing else to do.\n" : "- **Something else was running**: of the figures, trust the ratios, and of these those with a narrow range.\n");
        text.Append(CultureInfo.InvariantCulture, $"- L: {(HasPgbench ? "pgbench" : "Npgsql, since pgbench is not installed")}. F: the bare server. P: {(HasPeer ? "ejabberd" : "missing, since ejabberd was not there or not asked for")}.\n");
        text.Append(CultureInfo.InvariantCulture, $"- Audit: {Audit.Acknowledged:N0} messages acknowledged, {Audit.Missing} missing, {Audit.Irregular} conversations with a gap or a surplus.\n\n");
        text.Append("| # | figure | median (min..max) | gate | good | moonshot | reached |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var result in Results.OrderBy(result => result.Row)) text.Append(LineOf(result));
        return text.ToString();
    }

    private static string LineOf(Result result)
    {
        var sign = result.Goal.LessIsBetter ? "<= " : "";
        string Of(double? goal) => goal is { } figure ? string.Create(CultureInfo.InvariantCulture, $"{sign}{figure:0.##}{result.Unit}") : "";
        var reached = result.Goal.Judge(result.Median) + (result.IsTooNoisy ? " (refused: the denominator moved by more than 1.6)" : "") + (result.Note is null ? "" : $" ({result.Note})");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {result.Row} | {result.Metric} | **{result.Median:0.00}{result.Unit}** ({result.Figures.Min():0.00}..{result.Figures.Max():0.00}) | {Of(result.Goal.Gate)} | {Of(result.Goal.Good)} | {Of(result.Goal.Moonshot)} | {reached.Trim()} |\n");
    }
}
