using System.Collections.Frozen;

namespace ClientChats.Domain.Naming;

/// <summary>Names of client companies, prepared for finding them inside a name. Made once, asked often, from any thread.</summary>
public sealed class ClientCompanies
{
    public static readonly ClientCompanies None = Of([]);

    private static readonly FrozenSet<string> LegalForms = SeedLines.Words(EntryKind.LegalForm, RussianLegalForms.Lines)
        .Concat(SeedLines.Words(EntryKind.LegalForm, EnglishLegalForms.Lines))
        .Select(entry => WordKey.Of(entry.Word))
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, Company[]> byFirstWord;

    private ClientCompanies(FrozenDictionary<string, Company[]> byFirstWord) => this.byFirstWord = byFirstWord;

    /// <summary>A legal form before or after the name, and quotes, are not part of the company's name: ООО «Ромашка» is found as Ромашка.</summary>
    public static ClientCompanies Of(IEnumerable<string> names) => new(names
        .Select(Read)
        .OfType<Company>()
        .GroupBy(company => company.Keys[0])
        .ToFrozenDictionary(group => group.Key, LongestFirst, StringComparer.Ordinal));

    internal Company? At(IReadOnlyList<Word> words, int index)
    {
        if (!byFirstWord.TryGetValue(words[index].Key, out var companies)) return null;

        foreach (var company in companies)
        {
            if (company.Stands(words, index)) return company;
        }

        return null;
    }

    internal Company? Alone(string key)
    {
        foreach (var company in byFirstWord.GetValueOrDefault(key, []))
        {
            if (company.Keys.Length == 1) return company;
        }

        return null;
    }

    private static Company[] LongestFirst(IEnumerable<Company> companies) =>
        [..companies.OrderByDescending(company => company.Keys.Length).ThenBy(company => company.Spelling, StringComparer.Ordinal)];

    private static Company? Read(string name)
    {
        var words = WordReader.Read(name);
        while (words.Count > 1 && LegalForms.Contains(words[0].Key)) words.RemoveAt(0);
        while (words.Count > 1 && LegalForms.Contains(words[^1].Key)) words.RemoveAt(words.Count - 1);
        return words.Count == 0
            ? null
            : new Company(name[words[0].Start..words[^1].End], [..words.Select(word => word.Key)]);
    }

    internal sealed record Company(string Spelling, string[] Keys)
    {
        public bool Stands(IReadOnlyList<Word> words, int index)
        {
            if (index + Keys.Length > words.Count) return false;
            for (var i = 1; i < Keys.Length; i++)
            {
                if (words[index + i].Key != Keys[i]) return false;
            }

            return true;
        }
    }
}
