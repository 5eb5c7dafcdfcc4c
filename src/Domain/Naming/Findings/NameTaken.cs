namespace ClientChats.Domain.Naming;

internal static class NameTaken
{
    private const int MostCandidates = 200;

    /// <summary>Two chats with one name, or nearly one, get mixed up. Only among names that the person sees.</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        var key = NameKey.Of(name.Text);
        if (key.Words.IsEmpty) return;

        var range = TextRange.Between(name.Text.Length - name.Text.TrimStart().Length, name.Text.TrimEnd().Length);
        if (name.Context.NamesInSight.SameAs(key) is { } same)
        {
            findings.Overall(FindingCode.Taken, FindingSeverity.Warning, range, FindingText.Of(FindingCode.Taken, ("other", same)));
            return;
        }

        if (Closest(key, name.Context.NamesInSight) is { } close)
        {
            findings.Overall(FindingCode.Near, FindingSeverity.Hint, range, FindingText.Of(FindingCode.Near, ("other", close)));
        }
    }

    private static string? Closest(NameKey key, INamesInSight names) => names.Candidates(key)
        .Take(MostCandidates)
        .Select(other => (Name: other, Slips: NameLikeness.SlipsBetween(key, NameKey.Of(other))))
        .Where(candidate => candidate.Slips is not null)
        .OrderBy(candidate => candidate.Slips).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();
}
