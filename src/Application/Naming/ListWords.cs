using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Naming;

namespace ClientChats.Application.Naming;

/// <summary>A line of a dictionary.</summary>
/// <param name="Kind">What is known about the word.</param>
/// <param name="Word">The word, at most 60 characters.</param>
/// <param name="Value">What to write instead, or for a first name its other forms; at most 200 characters.</param>
/// <param name="IsOwn">The organization added or changed it; absent where it came with the product.</param>
public sealed record DictionaryLine(EntryKind Kind, string Word, string? Value, bool? IsOwn);

/// <summary>The words by which names are judged in one language.</summary>
/// <param name="Language"><c>ru</c> or <c>en</c>.</param>
/// <param name="Items">All words, by kind and then by alphabet.</param>
/// <param name="Removed">Words that came with the product and that the organization took out.</param>
public sealed record DictionaryView(string Language, IReadOnlyList<DictionaryLine> Items, IReadOnlyList<DictionaryLine> Removed)
{
    /// <summary>The version that an editor must have read.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Version { get; init; }

    internal static DictionaryView Of(NamingDictionary dictionary, DictionaryChanges changes, int version)
    {
        var own = changes.Added.ToHashSet();
        return new DictionaryView(
            dictionary.Language.Tag(), [.. dictionary.Entries.Select(entry => new DictionaryLine(entry.Kind, entry.Word, entry.Value, own.Contains(entry) ? true : null))],
            [.. changes.Removed.Select(entry => new DictionaryLine(entry.Kind, entry.Word, entry.Value, null))]) { Version = version };
    }
}

/// <summary>Shows the words by which names are judged in one language.</summary>
public sealed record ListWords(string Language) : IQuery<DictionaryView>, IForEmployees
{
    internal sealed class Handler(IViewerContext current, DictionaryStore store) : IQueryHandler<ListWords, DictionaryView>
    {
        public async Task<DictionaryView> Handle(ListWords query, CancellationToken cancellationToken)
        {
            var language = NamingLanguageTags.Parse(query.Language) ?? throw new RefusedException(NamingRefusals.DictionaryNotFound);
            var (dictionary, changes, version) = await store.ReadAsync(current.Viewer.OrganizationId, language, cancellationToken);
            return DictionaryView.Of(dictionary, changes, version);
        }
    }
}
