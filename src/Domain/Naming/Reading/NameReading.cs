namespace ClientChats.Domain.Naming;

/// <summary>A name read as words and parts, with what is known about them.</summary>
internal sealed class NameReading
{
    private readonly int[] partOfWord;
    private readonly CompanyInName?[] companies;

    public NameReading(string text, NamingConvention? convention, Lexicon lexicon, NamingContext context)
    {
        Text = text;
        Convention = convention;
        Lexicon = lexicon;
        Context = context;
        Parts = PartInName.Read(text, convention);
        Words = [..Parts.SelectMany(part => part.Words)];
        partOfWord = [..Parts.SelectMany((part, index) => part.Words.Select(_ => index))];
        companies = CompaniesIn();
    }

    public string Text { get; }

    public NamingConvention? Convention { get; }

    public Lexicon Lexicon { get; }

    public NamingContext Context { get; }

    public ClientCompanies Companies => Context.Companies;

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<PartInName> Parts { get; }

    public bool IsSplit => Parts.Count > 1;

    /// <summary>How many more parts the convention has room for.</summary>
    public int RoomForParts => (Convention?.Parts.Length ?? int.MaxValue) - Parts.Count;

    public PartInName PartOf(int word) => Parts[partOfWord[word]];

    public bool SamePart(int word, int other) => partOfWord[word] == partOfWord[other];

    public CompanyInName? CompanyAt(int word) => companies[word];

    public bool InClientPart(int word) => PartOf(word).Role is NamePart.Client;

    /// <summary>A client's name is written as the client writes it.</summary>
    public bool IsClientName(int word) => InClientPart(word) || companies[word] is not null;

    public bool IsEmployee(string key) =>
        Context.People.HasLastName(key) || Context.InChat.HasLastName(key)
        || (Context.Responsible is { } responsible && WordKey.Of(responsible.LastName) == key);

    /// <summary>The text from the first word to the last, without the dot of a short form at the end.</summary>
    public string Slice(int firstWord, int lastWord) => Text[Words[firstWord].Start..Words[lastWord].End];

    /// <summary>What stands between a word, the dot of its short form included, and the next one.</summary>
    public TextRange GapAfter(int word) => TextRange.Between(Words[word].DotEnd, Words[word + 1].Start);

    private CompanyInName?[] CompaniesIn()
    {
        var found = new CompanyInName?[Words.Count];
        for (var i = 0; i < Words.Count; i++)
        {
            if (Companies.At(Words, i) is not { } company) continue;

            var last = i + company.Keys.Length - 1;
            if (!SamePart(i, last)) continue;
            var span = new CompanyInName(i, last, company.Spelling);
            for (; i < last; i++) found[i] = span;
            found[last] = span;
        }

        return found;
    }
}
