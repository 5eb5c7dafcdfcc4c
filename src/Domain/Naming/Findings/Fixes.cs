using System.Collections.Immutable;
using System.Text;

namespace ClientChats.Domain.Naming;

internal static class Fixes
{
    /// <summary>The name with its words put right, or, once the words are right, with its parts put in order.</summary>
    public static string Apply(string name, ImmutableArray<NameFinding> findings, NamingConvention? convention)
    {
        var fixable = findings.Where(finding => finding.Suggestion is not null).ToList();
        if (fixable.Count == 0) return name;

        var words = fixable.Where(finding => !finding.Arranges).ToList();
        return Spaced(Replaced(name, words.Count > 0 ? words : fixable), convention);
    }

    private static string Replaced(string name, List<NameFinding> fixes)
    {
        var text = new StringBuilder(name.Length);
        var from = 0;
        foreach (var fix in fixes)
        {
            text.Append(name, from, fix.Start - from).Append(fix.Suggestion);
            from = fix.End;
        }

        return text.Append(name, from, name.Length - from).ToString();
    }

    private static string Spaced(string name, NamingConvention? convention)
    {
        var tidy = Tidy.Spaces(name);
        if (convention is null) return tidy;

        var text = new StringBuilder(tidy.Length);
        var from = 0;
        foreach (var place in convention.Spacing.FindIn(tidy))
        {
            text.Append(tidy, from, place.Start - from).Append(convention.Spacing.Joint);
            from = place.End;
        }

        return Tidy.Spaces(text.Append(tidy, from, tidy.Length - from).ToString());
    }
}
