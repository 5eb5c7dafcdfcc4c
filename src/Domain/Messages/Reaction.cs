namespace ClientChats.Domain.Messages;

/// <summary>An emoji under a message, and whose it is, the first one first.</summary>
public sealed record Reaction(string Emoji, IReadOnlyList<Guid> People)
{
    /// <summary>A message holds at most this many different ones.</summary>
    public const int MaxPerMessage = 20;

    internal static IReadOnlyList<Reaction>? Added(IReadOnlyList<Reaction>? present, string emoji, Guid person)
    {
        if (present?.FirstOrDefault(reaction => reaction.Emoji == emoji) is not { } same) return [.. present ?? [], new Reaction(emoji, [person])];
        return same.People.Contains(person) ? present : [.. present.Select(reaction => reaction == same ? same with { People = [.. same.People, person] } : reaction)];
    }

    internal static IReadOnlyList<Reaction>? Removed(IReadOnlyList<Reaction>? present, string emoji, Guid person)
    {
        if (present?.FirstOrDefault(reaction => reaction.Emoji == emoji) is not { } same || !same.People.Contains(person)) return present;
        var left = present.Select(reaction => reaction == same ? same with { People = [.. same.People.Where(id => id != person)] } : reaction).Where(reaction => reaction.People.Count > 0).ToList();
        return left.Count > 0 ? left : null;
    }
}
