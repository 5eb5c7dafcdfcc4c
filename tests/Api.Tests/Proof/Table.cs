using System.Runtime.CompilerServices;

namespace ClientChats.Api.Tests.Proof;

/// <summary>A table kept as text beside the tests: fields between bars, a heading, comments after a hash.</summary>
internal sealed class Table
{
    private Table(string[] heading, IReadOnlyList<Row> rows) => (Heading, Rows) = (heading, rows);

    public IReadOnlyList<string> Heading { get; }

    public IReadOnlyList<Row> Rows { get; }

    public static Table Read(string name, [CallerFilePath] string here = "")
    {
        var lines = File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, name))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        var heading = lines[0];
        return new Table(heading, [.. lines.Skip(1).Select(fields => new Row(heading, fields))]);
    }

    /// <summary>A line of the table, by the names of its columns.</summary>
    internal sealed class Row
    {
        private readonly string[] _heading;
        private readonly string[] _fields;

        public Row(string[] heading, string[] fields)
        {
            fields.Length.ShouldBe(heading.Length, string.Join(" | ", fields));
            (_heading, _fields) = (heading, fields);
        }

        public string this[string column] => _fields[Array.IndexOf(_heading, column)];

        /// <summary>The columns after the first ones, with what stands there.</summary>
        public IEnumerable<(string Column, string Field)> After(int columns) => _heading.Zip(_fields).Skip(columns);
    }
}
