namespace ClientChats.Domain.Naming;

/// <summary>A name that carries the last name of whoever answers for the client follows him when the client is handed over.</summary>
public static class ResponsibleInName
{
    /// <summary>
    /// The name with the new last name in the place of a former one; null where it carries none. A part carries a last name
    /// when it says nothing else, or only the first name or initials beside it. A name of one part is left alone.
    /// </summary>
    public static string? HandedOver(string name, NamingConventions conventions, IReadOnlyCollection<KnownPerson> from, KnownPerson to)
    {
        foreach (var separator in conventions.Items.Select(convention => convention.Spacing).Append(Separator.Standard))
        {
            var places = separator.FindIn(name);
            if (places.Count == 0) continue;

            var followed = Replaced(name, places, from, to);
            return followed == name ? null : followed;
        }

        return null;
    }

    private static string Replaced(string name, List<TextRange> places, IReadOnlyCollection<KnownPerson> from, KnownPerson to)
    {
        var text = new System.Text.StringBuilder(name.Length);
        var start = 0;
        foreach (var place in places.Append(new TextRange(name.Length, 0)))
        {
            var part = name[start..place.Start];
            text.Append(from.Any(person => IsOf(part, person)) ? to.LastName.Trim() : part).Append(name, place.Start, place.Length);
            start = place.End;
        }

        return text.ToString();
    }

    private static bool IsOf(string part, KnownPerson person)
    {
        var last = NameKey.Of(person.LastName).Words;
        if (last.Length == 0) return false;

        var first = NameKey.Of(person.FirstName).Words;
        var rest = NameKey.Of(part).Words.ToList();
        return last.All(rest.Remove) && rest.All(word => word.Length == 1 || first.Contains(word));
    }
}
