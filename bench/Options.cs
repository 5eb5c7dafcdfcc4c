namespace ClientChats.Bench;

/// <summary>What is measured, on how much data, and where that lies.</summary>
internal sealed record Options
{
    public const string Usage = """
        dotnet run -c Release --project bench -- [options]

          --rows 1,2,3,4,5,6,7,13,14,15 the rows of performance.md to measure
          --conversations 1000000    size of the organization that is measured, at least 20000
          --messages 10000000        messages in it
          --small                    20 thousand conversations, 200 thousand messages, one short round: a quick try
          --rounds 3                 turns that both sides take
          --seconds 4                length of one turn
          --in-flight 32,64,256      posts under way at once (row 1)
          --data <folder>            database, published app and logs; kept between runs
          --fresh                    fills the database anew
          --fill-only                fills the database and measures nothing
          --app <folder>             a published app, instead of publishing src/Api
          --postgres <folder>        programs of PostgreSQL, instead of the embedded ones of src/Infrastructure/Postgres
          --keep                     writes the table to bench/RESULTS.md, too, which is committed
          --quiet-for 60             waits (at most 15 minutes) until the machine's load is below 1, for so many seconds; 0 does not wait
        """;

    public IReadOnlyList<int> Rows { get; private init; } = [1, 2, 3, 4, 5, 6, 7, 13, 14, 15];
    public int Conversations { get; private init; } = 1_000_000;
    public long Messages { get; private init; } = 10_000_000;
    public int Rounds { get; private init; } = 3;
    public int Seconds { get; private init; } = 4;
    public IReadOnlyList<int> InFlight { get; private init; } = [32, 64, 256];
    public string Data { get; private init; } = Path.Combine(Path.GetTempPath(), "clientchats-bench");
    public bool Fresh { get; private init; }
    public bool FillOnly { get; private init; }
    public string? App { get; private init; }
    public string? Postgres { get; private init; }
    public bool Keep { get; private init; }
    public int QuietFor { get; private init; } = 60;

    public TimeSpan Turn => TimeSpan.FromSeconds(Seconds);

    /// <exception cref="ArgumentException">An option is unknown or its value does not fit.</exception>
    public static Options Read(string[] arguments)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i];
            options = name switch
            {
                "--help" => throw new ArgumentException("The options are these."),
                "--fresh" => options with { Fresh = true },
                "--fill-only" => options with { FillOnly = true },
                "--keep" => options with { Keep = true },
                "--small" => options with { Conversations = 20_000, Messages = 200_000, Rounds = 1, Seconds = 2, QuietFor = 0, InFlight = [32] },
                _ => With(options, name, ++i < arguments.Length ? arguments[i] : throw new ArgumentException($"{name} needs a value.")),
            };
        }

        if (options.Conversations < 20_000) throw new ArgumentException("--conversations must be at least 20000: smaller organizations do not hold a viewer of 5,000.");
        return options;
    }

    private static Options With(Options options, string name, string value) => name switch
    {
        "--rows" => options with { Rows = Numbers(name, value) },
        "--conversations" => options with { Conversations = Number(name, value) },
        "--messages" => options with { Messages = Number(name, value) },
        "--rounds" => options with { Rounds = Number(name, value) },
        "--seconds" => options with { Seconds = Number(name, value) },
        "--in-flight" => options with { InFlight = Numbers(name, value) },
        "--data" => options with { Data = Path.GetFullPath(value) },
        "--app" => options with { App = Path.GetFullPath(value) },
        "--postgres" => options with { Postgres = Path.GetFullPath(value) },
        "--quiet-for" => options with { QuietFor = Number(name, value) },
        _ => throw new ArgumentException($"{name} is not an option."),
    };

    private static int[] Numbers(string name, string value) => [.. value.Split(',').Select(number => Number(name, number))];

    private static int Number(string name, string value) => int.TryParse(value, out var number) && number >= 0 ? number : throw new ArgumentException($"{name} needs a number, not \"{value}\".");
}
