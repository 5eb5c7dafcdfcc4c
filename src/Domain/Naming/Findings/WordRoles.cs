namespace ClientChats.Domain.Naming;

internal enum WordRole
{
    Unknown,
    Work,
    Tie,
    Client,
    Responsible
}

/// <summary>What each word of an unsplit name is about, as far as it can be known.</summary>
internal sealed class WordRoles
{
    private readonly NameReading name;
    private readonly WordRole[] roles;

    private WordRoles(NameReading name)
    {
        this.name = name;
        roles = new WordRole[name.Words.Count];
    }

    /// <summary>The roles, or null where finding the client would take a guess.</summary>
    public static WordRole[]? Of(NameReading name)
    {
        var words = new WordRoles(name);
        words.MarkClient();
        if (name.Convention!.Parts.Contains(NamePart.Responsible)) words.MarkResponsible();
        words.MarkWork();
        if (words.OnlyGeneralWork()) return null;
        return words.roles.Contains(WordRole.Client) || words.UnknownIsClient() ? words.roles : null;
    }

    private void MarkClient()
    {
        var known = Enumerable.Range(0, roles.Length).Select(name.CompanyAt).FirstOrDefault(company => company is not null);
        if (known is null)
        {
            MarkQuoted();
            return;
        }

        var (first, last) = (known.FirstWord, known.LastWord);
        while (first > 0 && IsLegalForm(first - 1)) first--;
        while (last + 1 < roles.Length && IsLegalForm(last + 1)) last++;
        Mark(first, last, WordRole.Client);
    }

    private void MarkQuoted()
    {
        for (var first = 0; first < roles.Length; first++)
        {
            if (Quotes.PairAt(name.Text, name.Words[first].Start - 1, name.Text.Length) is not { } pair) continue;

            var last = first;
            while (last + 1 < roles.Length && name.Words[last + 1].End <= pair.End) last++;
            Mark(first > 0 && IsLegalForm(first - 1) ? first - 1 : first, last, WordRole.Client);
            return;
        }
    }

    private void MarkResponsible()
    {
        var at = Array.FindLastIndex([..name.Words], word => name.IsEmployee(word.Key));
        if (at < 0)
        {
            if (ResponsiblePlace.In(name) is { } place) Mark(place.FirstWord, place.LastWord, WordRole.Responsible);
            return;
        }

        if (roles[at] is WordRole.Client) return;
        roles[at] = WordRole.Responsible;
        if (at > 0 && IsFirstName(at - 1)) roles[at - 1] = WordRole.Responsible;
        else if (at + 1 < roles.Length && (IsFirstName(at + 1) || name.Words[at + 1].Text.Length == 1)) roles[at + 1] = WordRole.Responsible;
    }

    private void MarkWork()
    {
        for (var i = 0; i < roles.Length; i++)
        {
            if (roles[i] is not WordRole.Unknown) continue;
            if (FunctionWords.Contains(name.Words[i].Key)) roles[i] = WordRole.Tie;
            else if (IsWork(name.Words[i])) roles[i] = WordRole.Work;
        }
    }

    // «Чат Ромашка»: a separator would only set the general word apart.
    private bool OnlyGeneralWork()
    {
        var work = name.Words.Where((_, i) => roles[i] is WordRole.Work).ToList();
        return work.Count > 0 && work.TrueForAll(word => name.Lexicon.IsGeneral(word.Key))
            && !roles.Contains(WordRole.Unknown) && !roles.Contains(WordRole.Responsible);
    }

    /// <summary>
    /// «Сайт Лютик», «SEO Дентал Плюс», «Лютик сайт»: one run of unknown words is the client, unless it may as well be one phrase with the
    /// work after it («Быстрая доставка»).
    /// </summary>
    private bool UnknownIsClient()
    {
        var first = Array.IndexOf(roles, WordRole.Unknown);
        var last = Array.LastIndexOf(roles, WordRole.Unknown);
        if (first < 0 || roles.Skip(first).Take(last + 1 - first).Any(role => role is not WordRole.Unknown)) return false;
        if (!name.Words[first].StartsWithCapital || !roles.Any(role => role is WordRole.Work or WordRole.Responsible)) return false;
        if (RoleAt(first - 1) is WordRole.Tie || RoleAt(last + 1) is WordRole.Tie) return false;
        if (RoleAt(last + 1) is WordRole.Work && (MayBeOnePhrase(last) || roles.Take(first).Contains(WordRole.Work))) return false;

        Mark(first, last, WordRole.Client);
        return true;
    }

    private bool MayBeOnePhrase(int last)
    {
        var next = name.Words[last + 1];
        var isApart = char.IsLower(next.Text[0]) || next.IsCapitals || next.HasDot;
        return !isApart || RussianAdjectives.Looks(name.Words[last].Key);
    }

    private bool IsWork(Word word) =>
        word.IsNumber || name.Lexicon.IsWork(word.Key) || name.Lexicon.IsGeneral(word.Key) || name.Lexicon.IsClearInCapitals(word.Text)
        || name.Lexicon.IsUnreadable(word.Key + ".", out _) || name.Lexicon.IsUnreadable(word.Key, out _)
        || (word.IsCompound && name.Lexicon.IsWork(word.Pieces[^1].Key));

    private bool IsFirstName(int index) => roles[index] is not WordRole.Client && name.Lexicon.IsFirstName(name.Words[index].Key);

    private bool IsLegalForm(int index) => name.Lexicon.IsLegalForm(name.Words[index].Key);

    private WordRole? RoleAt(int index) => index >= 0 && index < roles.Length ? roles[index] : null;

    private void Mark(int first, int last, WordRole role)
    {
        for (var i = first; i <= last; i++) roles[i] = role;
    }
}
