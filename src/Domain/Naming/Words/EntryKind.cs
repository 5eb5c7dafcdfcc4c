namespace ClientChats.Domain.Naming;

/// <summary>What a dictionary knows about a word.</summary>
public enum EntryKind
{
    /// <summary>Capitals that not everyone understands; the value is what to write instead: МП, «Моб. прил.».</summary>
    Abbreviation,

    /// <summary>A long word; the value is a short form that still reads: оптимизация, «оптимиз.».</summary>
    LongWord,

    /// <summary>A short form that does not read; the value is a better one, if there is one: «оптим.», «оптимиз.».</summary>
    Unreadable,

    /// <summary>A word that tells nothing about a chat: клиент, проект.</summary>
    General,

    /// <summary>A kind of work; tells something only beside a client: сайт, реклама.</summary>
    Work,

    /// <summary>A job title: менеджер, директор.</summary>
    JobTitle,

    /// <summary>A first name; the value lists its other forms: Анна, «Аня, Анюта».</summary>
    FirstName,

    /// <summary>A legal form of a company: ООО, LLC.</summary>
    LegalForm,

    /// <summary>Capitals that everyone understands: SEO, CRM.</summary>
    Capitals,

    /// <summary>A name with a spelling of its own: YouTube, «МойСклад».</summary>
    Brand
}
