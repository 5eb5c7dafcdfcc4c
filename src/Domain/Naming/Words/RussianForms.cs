namespace ClientChats.Domain.Naming;

/// <summary>
/// Forms of a Russian noun or adjective from its dictionary form: a stem and the endings of its class.
/// Some forms come out that no one says; they do no harm, because no one types them.
/// </summary>
internal static class RussianForms
{
    private const string Adjective = "ый ий ой ого его ому ему ым им ом ем ая яя ую юю ое ее ые ие ых их ыми ими ою ею";
    private const string NounInIya = "я и ю ей ею й ям ями ях";
    private const string NounInIye = "е я ю ем и й ям ями ях";
    private const string NounInSoftSign = "ь я и ю ью ем е ей ям ями ях";
    private const string NounInA = "а ы и е у ой ою ей ею ам ами ах";
    private const string NounInYa = "я и е ю ей ею ь й ям ями ях";
    private const string NounInO = "о а у ом е ам ами ах";
    private const string NounInE = "е а я у ю ем и ей ам ям ами ями ах ях";
    private const string NounInShortI = "й я ю ем е и ев ей ям ями ях";
    private const string NounInConsonant = "а у ом ем е ы и ов ев ей ам ами ах";
    private const string Plural = "ы и ов ев ей ам ям ами ями ах ях";

    private const string NameInA = "а ы и е у ой ей";
    private const string NameInYa = "я и е ю ей";
    private const string NameInShortI = "й я ю ем е";
    private const string NameInSoftSign = "ь я ю ем е и ью";
    private const string NameInConsonant = "а у ом ем е";

    /// <summary>A first name in the singular: «Иванов» is no form of Иван.</summary>
    public static IEnumerable<string> OfFirstName(string name)
    {
        if (name.Length < 3) return [];
        var stem = name[..^1];
        return name[^1] switch
        {
            'а' => Joined(stem, NameInA),
            'я' => Joined(stem, NameInYa),
            'й' => Joined(stem, NameInShortI),
            'ь' => Joined(stem, NameInSoftSign),
            'е' or 'и' or 'о' or 'у' or 'ю' or 'э' or 'ы' => [],
            _ => Joined(name, NameInConsonant)
        };
    }

    public static IEnumerable<string> Of(string word)
    {
        if (word.Length < 3) return [];
        var stem = word[..^1];
        return word[^1] switch
        {
            'й' when IsAdjective(word) => Joined(word[..^2], Adjective),
            'й' => Joined(stem, NounInShortI),
            'я' when word[^2] == 'и' => Joined(stem, NounInIya),
            'я' => Joined(stem, NounInYa),
            'а' => Joined(stem, NounInA).Append(stem).Append(WithFleetingVowel(stem)),
            'е' when word[^2] is 'и' or 'ь' => Joined(stem, NounInIye),
            'е' => Joined(stem, NounInE).Append(stem),
            'о' => Joined(stem, NounInO).Append(stem),
            'ь' => Joined(stem, NounInSoftSign),
            'ы' or 'и' => Joined(stem, Plural).Append(stem),
            'э' or 'ю' or 'у' or 'ё' => [],
            'ц' when word[^2] == 'е' => Joined(word[..^2] + 'ц', NounInConsonant),
            'к' when word[^2] is 'о' or 'е' && word.Length > 5 => Joined(word[..^2] + 'к', NounInConsonant).Concat(Joined(word, NounInConsonant)),
            _ => Joined(word, NounInConsonant)
        };
    }

    // «сценарий» and «критерий» decline as nouns, «технический» and «общий» as adjectives.
    private static bool IsAdjective(string word) => word[^2] is 'ы' or 'о' || (word[^2] == 'и' && "кгхжшчщн".Contains(word[^3], StringComparison.Ordinal));

    // разработка, разработок; настройка, настроек
    private static string WithFleetingVowel(string stem)
    {
        if (stem[^1] != 'к') return stem;
        return stem[^2] switch
        {
            'й' or 'ь' => stem[..^2] + "ек",
            'ч' or 'ш' or 'ж' => stem[..^1] + "ек",
            _ => stem[..^1] + "ок"
        };
    }

    private static IEnumerable<string> Joined(string stem, string endings) => endings.Split(' ').Select(ending => stem + ending);
}
