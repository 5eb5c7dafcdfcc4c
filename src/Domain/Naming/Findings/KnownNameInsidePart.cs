namespace ClientChats.Domain.Naming;

/// <summary>
/// In a name that has some of its separators, the place inside a part where one is missing beside a client or an employee that we know:
/// «Сайт Ромашка | Ершова», «Сайт | Лютик Ершова».
/// </summary>
internal static class KnownNameInsidePart
{
    public static TextRange? GapIn(NameReading name)
    {
        var first = 0;
        foreach (var part in name.Parts)
        {
            var last = first + part.Words.Count - 1;
            if (last > first && (BesideClient(name, first, last) ?? BeforeResponsible(name, first, last)) is { } gap) return gap;
            first = last + 1;
        }

        return null;
    }

    private static TextRange? BesideClient(NameReading name, int first, int last)
    {
        var clientComesLast = ClientComesLast(name.Convention!);
        if (name.CompanyAt(clientComesLast ? last : first) is not { } company) return null;

        var (workFirst, workLast) = clientComesLast ? (first, company.FirstWord - 1) : (company.LastWord + 1, last);
        if (workLast < workFirst || !Enumerable.Range(workFirst, workLast - workFirst + 1).All(index => IsWork(name, index))) return null;
        return PlainGapAfter(name, clientComesLast ? workLast : company.LastWord);
    }

    private static TextRange? BeforeResponsible(NameReading name, int first, int last)
    {
        var endsName = last == name.Words.Count - 1 && name.Convention!.Parts[^1] is NamePart.Responsible;
        if (!endsName || !name.IsEmployee(name.Words[last].Key) || !BelongsToNobody(name, last - 1)) return null;
        return last - 1 >= first ? PlainGapAfter(name, last - 1) : null;
    }

    // «Анна Ершова» is a person and «ИП Зуев» a client.
    private static bool BelongsToNobody(NameReading name, int index) =>
        !name.Lexicon.IsFirstName(name.Words[index].Key) && !name.Words[index].IsCapitals && name.Words[index].Text.Length > 1;

    private static TextRange? PlainGapAfter(NameReading name, int index)
    {
        var gap = name.GapAfter(index);
        return gap.Length > 0 && string.IsNullOrWhiteSpace(gap.In(name.Text)) ? gap : null;
    }

    private static bool IsWork(NameReading name, int index) => name.Lexicon.IsWork(name.Words[index].Key);

    private static bool ClientComesLast(NamingConvention convention)
    {
        var client = convention.Parts.IndexOf(NamePart.Client);
        return convention.Parts.Take(client < 0 ? 0 : client).Any(part => part is NamePart.Project or NamePart.Work);
    }
}
