using System.Collections.Immutable;

namespace ClientChats.Domain.Naming;

internal static class PatternReader
{
    public static PatternProblem Read(string pattern, out ImmutableArray<NamePart> parts, out Separator separator)
    {
        parts = [];
        separator = Separator.Standard;
        if (string.IsNullOrWhiteSpace(pattern)) return PatternProblem.Empty;
        if (pattern.Length > NamingConvention.MaxPatternLength) return PatternProblem.TooLong;

        var found = ImmutableArray.CreateBuilder<NamePart>();
        List<string> between = [];
        var rest = pattern.AsSpan().Trim();
        while (rest.Length > 0)
        {
            var open = rest.IndexOf('{');
            var text = open < 0 ? rest : rest[..open];
            if (text.Contains('}')) return PatternProblem.UnbalancedBrace;
            between.Add(text.ToString());
            if (open < 0) break;

            rest = rest[(open + 1)..];
            var close = rest.IndexOfAny('{', '}');
            if (close < 0 || rest[close] == '{') return PatternProblem.UnbalancedBrace;
            if (!NamePartPlaceholders.TryParse(rest[..close].ToString(), out var part)) return PatternProblem.UnknownPlaceholder;
            if (found.Contains(part)) return PatternProblem.RepeatedPlaceholder;
            found.Add(part);
            rest = rest[(close + 1)..];
        }

        if (found.Count == 0) return PatternProblem.NoPlaceholder;
        if (between[0].Length > 0 || between.Count > found.Count) return PatternProblem.TextOutside;

        parts = found.ToImmutable();
        return ReadSeparator(between[1..], ref separator);
    }

    public static string Write(ImmutableArray<NamePart> parts, Separator separator) =>
        string.Join(separator.Joint, parts.Select(part => $"{{{NamePartPlaceholders.WordOf(part)}}}"));

    private static PatternProblem ReadSeparator(List<string> between, ref Separator separator)
    {
        if (between.Count == 0) return PatternProblem.None;
        if (between.Exists(string.IsNullOrWhiteSpace)) return PatternProblem.SeparatorMissing;
        if (!between.TrueForAll(Separator.IsFit)) return PatternProblem.SeparatorUnfit;

        separator = Separator.Of(between[0]);
        var joint = separator.Joint;
        return between.TrueForAll(text => Separator.Of(text).Joint == joint) ? PatternProblem.None : PatternProblem.SeparatorsDiffer;
    }
}
