using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using ClientChats.Domain.Naming;

namespace ClientChats.Domain.Tests.Naming;

/// <summary>Reads golden-names.txt, and writes verdicts as it does.</summary>
internal static partial class GoldenNames
{
    internal sealed record Entry(int Line, string Name, NamingConvention? Convention, string Expected);

    public static List<Entry> Read([CallerFilePath] string here = "")
    {
        List<Entry> entries = [];
        NamingConvention? convention = null;
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "golden-names.txt")))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[') convention = line == "[none]" ? null : NamingConvention.Parse(Guid.CreateVersion7(), line[1..^1]);
            else if (line[0] != ' ') entries.Add(new Entry(number, line == "\"\"" ? "" : Unescaped(line), convention, ""));
            else entries[^1] = entries[^1] with { Expected = $"{entries[^1].Expected}\n{Escaped(Unescaped(line.TrimEnd()))}" };
        }

        return entries;
    }

    public static string Written(string name, NameVerdict verdict)
    {
        var text = new StringBuilder();
        foreach (var finding in verdict.Findings) text.Append('\n').Append(Written(name, finding));
        if (verdict.Suggestion is { } suggestion) text.Append("\n  = ").Append(Escaped(suggestion));
        return text.ToString();
    }

    private static string Written(string name, NameFinding finding)
    {
        var place = finding.Length == 0 ? "" : finding.Length == name.Length ? " all" : $" «{Escaped(name.Substring(finding.Start, finding.Length))}»";
        var suggestion = finding.Suggestion is null ? "" : $" → «{Escaped(finding.Suggestion)}»";
        return $"  {finding.Severity.ToString().ToLowerInvariant()} {finding.Code["name.".Length..]}{place}{suggestion}";
    }

    private static string Unescaped(string text) => Escape().Replace(text, match => match.Value switch
    {
        @"\t" => "\t",
        @"\n" => "\n",
        var code => ((char)int.Parse(code[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
    });

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (c == '\t') escaped.Append(@"\t");
            else if (c == '\n') escaped.Append(@"\n");
            else if (char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse
                or UnicodeCategory.Surrogate or UnicodeCategory.NonSpacingMark or UnicodeCategory.LineSeparator) escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else escaped.Append(c);
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"\\t|\\n|\\u[0-9A-F]{4}")]
    private static partial Regex Escape();
}
