using ClientChats.Bench.App;
using ClientChats.Bench.Data;
using ClientChats.Bench.Floor;
using ClientChats.Bench.Load;
using ClientChats.Bench.Machine;
using ClientChats.Bench.Report;

namespace ClientChats.Bench.Rows;

/// <summary>What the rows are measured on.</summary>
internal sealed record Scene(Options Options, Town Town, PostgresServer Database, PublishedApp Published, Func<int> Port, RawLoad Raw, PostLoad Posts, List<Result> Results, Action<string> Say)
{
    /// <summary>The app compiles what it runs often; measuring begins when it has.</summary>
    private static readonly TimeSpan FirstTurn = TimeSpan.FromSeconds(8);

    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Lets both sides take turns, A B A B, after a turn of each that does not count, and keeps the ratios of the rounds.</summary>
    public async Task CompareAsync(int row, string metric, Goal goal, Func<TimeSpan, Task<double>> ours, Func<TimeSpan, Task<double>> theirs, string? note = null)
    {
        await ours(FirstTurn);
        await theirs(WarmUp);
        List<double> figures = [], denominators = [];
        for (var round = 0; round < Options.Rounds; round++)
        {
            var figure = await ours(Options.Turn);
            denominators.Add(await theirs(Options.Turn));
            figures.Add(figure / denominators[^1]);
        }

        Add(new Result(row, metric, figures, goal, denominators, Note: note));
    }

    public void Add(Result result)
    {
        Results.Add(result);
        Say($"  {result.Row,2}  {result.Metric}: {result.Median:0.00}{result.Unit} ({result.Figures.Min():0.00}..{result.Figures.Max():0.00}){(result.IsTooNoisy ? "  denominator too noisy" : "")}"
            + (result.Denominators is { } all ? $"  [{string.Join(", ", all.Select(d => d.ToString("0.#")))}]" : ""));
    }
}
