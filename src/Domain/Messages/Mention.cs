namespace ClientChats.Domain.Messages;

/// <summary>A place in a message where somebody is called by name.</summary>
/// <param name="Of">The person; the conversation's own id stands for everybody in it.</param>
/// <param name="Start">Where it begins, at the @, in UTF-16 code units.</param>
/// <param name="Length">How long it is, with the @.</param>
public sealed record Mention(Guid Of, int Start, int Length)
{
    /// <summary>A message calls at most this many times; what follows is text.</summary>
    public const int MaxPerMessage = 50;

    /// <summary>He sees the conversation without being in it, so that guests are not told who it is.</summary>
    public bool IsOnlooker { get; init; }
}

/// <summary>Somebody who can be called in a conversation.</summary>
/// <param name="Id">The person.</param>
/// <param name="FirstName">The first name, or the whole name of somebody outside.</param>
/// <param name="LastName">The last name; empty for somebody outside.</param>
/// <param name="IsOnlooker">He sees the conversation without being in it.</param>
public sealed record Mentionable(Guid Id, string FirstName, string LastName, bool IsOnlooker);

/// <summary>Whom the author of a message can call: people by name, and everybody at once where he may.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="People">Those who will read the message and whom he may know.</param>
/// <param name="Everyone">Whether he may call everybody.</param>
public sealed record MentionableCircle(Guid ConversationId, IReadOnlyList<Mentionable> People, bool Everyone)
{
    private static readonly string[] _wordsForAll = ["все", "всем", "everyone", "all"];

    /// <summary>Whether a text may call anybody at all; it spares asking who could be meant.</summary>
    public static bool MayBeIn(string text) => text.Contains('@', StringComparison.Ordinal);

    /// <summary>
    /// The calls in a text. A name counts with and without case, е and ё alike; a first or a last name alone where only
    /// one person has it; of several fitting names the longest. What stands in code is text. Null where there are none.
    /// </summary>
    public IReadOnlyList<Mention>? FindIn(string text)
    {
        if (!MayBeIn(text)) return null;

        var folded = SoughtWords.Fold(text);
        var names = Names();
        var found = new List<Mention>();
        for (var at = 0; at < text.Length && found.Count < Mention.MaxPerMessage; at++)
        {
            if (text[at] == '`') at = EndOfCode(text, at);
            else if (text[at] == '@' && (at == 0 || MayPrecede(text[at - 1])) && Longest(names, folded, at + 1) is { } name)
            {
                found.AddRange(name.People.Select(person => new Mention(person.Id, at, name.Text.Length + 1) { IsOnlooker = person.IsOnlooker }));
                at += name.Text.Length;
            }
        }

        return found.Count > 0 ? found : null;
    }

    private List<(string Text, IReadOnlyList<Mentionable> People)> Names()
    {
        var full = People.GroupBy(person => SoughtWords.Fold($"{person.FirstName} {person.LastName}".Trim())).Select(same => (same.Key, (IReadOnlyList<Mentionable>)[.. same]));
        var single = People.SelectMany(person => new[] { person.FirstName, person.LastName }.Where(name => name.Length > 0).Select(SoughtWords.Fold).Distinct().Select(name => (name, person)))
            .GroupBy(one => one.name).Where(same => same.Count() == 1).Select(only => (only.Key, (IReadOnlyList<Mentionable>)[only.Single().person]));
        var everyone = Everyone ? _wordsForAll.Select(word => (word, (IReadOnlyList<Mentionable>)[new Mentionable(ConversationId, word, "", IsOnlooker: false)])) : [];
        return [.. full.Concat(single).Concat(everyone).DistinctBy(name => name.Item1).OrderByDescending(name => name.Item1.Length)];
    }

    private static (string Text, IReadOnlyList<Mentionable> People)? Longest(List<(string Text, IReadOnlyList<Mentionable> People)> names, string folded, int start)
    {
        foreach (var name in names)
        {
            var end = start + name.Text.Length;
            if (string.CompareOrdinal(folded, start, name.Text, 0, name.Text.Length) == 0 && (end >= folded.Length || !char.IsLetterOrDigit(folded[end]))) return name;
        }

        return null;
    }

    /// <summary>An address or a link has a letter, a digit, a dot or a slash before its @; a backslash makes it text.</summary>
    private static bool MayPrecede(char before) => !char.IsLetterOrDigit(before) && before is not ('.' or '/' or '@' or '\\');

    /// <summary>The last character of the code that these backticks begin: up to as many again. Without them they are text.</summary>
    private static int EndOfCode(string text, int start)
    {
        var opening = RunAt(text, start);
        for (var at = start + opening; at < text.Length; at++)
        {
            if (text[at] != '`') continue;
            var closing = RunAt(text, at);
            if (closing == opening) return at + closing - 1;
            at += closing - 1;
        }

        return start + opening - 1;
    }

    private static int RunAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == '`') end++;
        return end - start;
    }
}
