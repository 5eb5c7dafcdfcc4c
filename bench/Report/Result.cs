namespace ClientChats.Bench.Report;

/// <summary>How good a figure is to be; by default more is better.</summary>
internal sealed record Goal(double? Gate, double? Good, double? Moonshot, bool LessIsBetter = false)
{
    public static readonly Goal None = new(null, null, null);

    /// <summary>The best of the goals that is reached.</summary>
    public string Judge(double figure)
    {
        bool Reached(double? goal) => goal is { } least && (LessIsBetter ? figure <= least : figure >= least);
        return this switch
        {
            { Moonshot: null } => "",
            _ when Reached(Moonshot) => "moonshot",
            _ when Reached(Good) => "good",
            { Gate: null } => Good is null ? "below the moonshot" : "below good",
            _ when Reached(Gate) => "gate",
            _ => "**below the gate**",
        };
    }
}

/// <summary>One line of the report: a figure of every round, and what it was divided by.</summary>
internal sealed record Result(int Row, string Metric, IReadOnlyList<double> Figures, Goal Goal, IReadOnlyList<double>? Denominators = null, string Unit = "", string? Note = null)
{
    private const double WidestSpread = 1.6;

    public double Median => Of(Figures);

    /// <summary>A denominator that moved too much makes the ratio worth nothing.</summary>
    public bool IsTooNoisy => Denominators is { Count: > 1 } all && all.Max() / all.Min() > WidestSpread;

    public static double Of(IReadOnlyList<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
