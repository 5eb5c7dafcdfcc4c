using System.Collections.Frozen;

namespace ClientChats.Domain.Naming;

/// <summary>Employees, prepared for looking them up by name. Made once, asked often, from any thread.</summary>
public sealed class KnownPeople
{
    public static readonly KnownPeople None = Of([]);

    private readonly FrozenDictionary<string, KnownPerson[]> byFirstName;
    private readonly FrozenSet<string> lastNames;

    private KnownPeople(FrozenDictionary<string, KnownPerson[]> byFirstName, FrozenSet<string> lastNames)
    {
        this.byFirstName = byFirstName;
        this.lastNames = lastNames;
    }

    public static KnownPeople Of(IEnumerable<KnownPerson> people)
    {
        var all = people.Where(person => !string.IsNullOrWhiteSpace(person.LastName)).ToArray();
        return new KnownPeople(
            all.GroupBy(person => WordKey.Of(person.FirstName.Trim()))
                .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal),
            all.Select(person => WordKey.Of(person.LastName.Trim())).ToFrozenSet(StringComparer.Ordinal));
    }

    internal bool HasLastName(string key) => lastNames.Contains(key);

    internal KnownPerson[] WithFirstName(IEnumerable<string> spellings) =>
        [..spellings.SelectMany(spelling => byFirstName.GetValueOrDefault(spelling, []))];
}
