using System.Text.Json;
using System.Text.Json.Serialization;
using ClientChats.Application.Conversations;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Messages;

/// <summary>What can be looked for.</summary>
public enum SearchIn { Messages, Files, Conversations, People }

/// <summary>What was found.</summary>
public enum FoundType { Message, File, Conversation, Person }

/// <summary>A place in a text, in UTF-16 code units.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
public sealed record Highlight(int Start, int Length);

/// <summary>A person who was found.</summary>
/// <param name="ParticipantId">The person in conversations; for a member the same as his id.</param>
/// <param name="MemberId">The member; absent for people outside.</param>
/// <param name="DisplayName">First and last name.</param>
/// <param name="IsClient">A guest, or somebody outside who is no employee.</param>
/// <param name="Company">The guest's company.</param>
/// <param name="Role">For members, where an employee asks.</param>
/// <param name="AvatarUrl">Where his picture is; absent where he has none.</param>
public sealed record FoundPerson(Guid ParticipantId, Guid? MemberId, string DisplayName, bool IsClient, string? Company, Role? Role, string? AvatarUrl = null);

/// <summary>A message, a file, a conversation or a person that was found.</summary>
public sealed record Found
{
    /// <summary>What it is.</summary>
    public required FoundType Type { get; init; }

    /// <summary>The conversation; for a person outside, one that he is in; absent for members.</summary>
    public Guid? ConversationId { get; init; }

    /// <summary>What the conversation is called; of a direct one, the other person.</summary>
    public string? ConversationName { get; init; }

    /// <summary>The conversation's kind.</summary>
    public ConversationKind? Kind { get; init; }

    /// <summary>Whether clients are, or were, in the conversation.</summary>
    public bool? IsClientChat { get; init; }

    /// <summary>The message's number; of a file, that of the message that holds it.</summary>
    public long? Number { get; init; }

    /// <summary>The file.</summary>
    public Guid? FileId { get; init; }

    /// <summary>The same with its name, size and type.</summary>
    public FileView? File { get; init; }

    /// <summary>Who wrote the message.</summary>
    public AuthorView? Author { get; init; }

    /// <summary>The person; of a direct conversation, the other one.</summary>
    public FoundPerson? Person { get; init; }

    /// <summary>When the message was written, or when something last happened in the conversation.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The part of the message where the words stand, or the name.</summary>
    public required string Text { get; init; }

    /// <summary>Where in the text they stand.</summary>
    public required IReadOnlyList<Highlight> Highlights { get; init; }
}

/// <summary>What was found: people, conversations and files first, then messages, the newest first.</summary>
/// <param name="Items">What was found.</param>
/// <param name="NextCursor">To be given back as <c>cursor</c> for more messages; null at the end.</param>
/// <param name="CatchingUp">Present where words are still being taken up, so that messages may be missing.</param>
public sealed record SearchPage(
    IReadOnlyList<Found> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? NextCursor, bool? CatchingUp);

/// <summary>A member finds messages, files by name, conversations and people, of those that he sees.</summary>
/// <param name="Query">2 to 200 characters: words in any form and order, "phrases", a minus before what must not be there; the last word may be a beginning.</param>
/// <param name="In">What to look for, with commas: <c>messages</c>, <c>files</c>, <c>conversations</c>, <c>people</c>; everything where it is absent.</param>
/// <param name="ConversationId">Messages and files of this conversation only.</param>
/// <param name="AuthorId">Messages and files of this person only, by his <c>participantId</c>.</param>
/// <param name="Since">Messages and files from this time on.</param>
/// <param name="Until">Messages and files before this time.</param>
/// <param name="Cursor">For more messages.</param>
/// <param name="Limit">1 to 100.</param>
public sealed record Search(string Query, string? In, Guid? ConversationId, Guid? AuthorId, DateTimeOffset? Since, DateTimeOffset? Until, string? Cursor, int Limit)
    : IQuery<SearchPage>, IForMembers
{
    public const int MaxLimit = 100;

    /// <summary>How many people, conversations and files stand before the messages.</summary>
    private const int FewNames = 5;

    internal sealed class Validator : AbstractValidator<Search>
    {
        private static readonly Refusal NoWord = Refusal.Invalid("search.noWord", "Type at least one word to look for.", "Введите хотя бы одно слово, которое нужно найти.");
        private static readonly Refusal NoPart = Refusal.Invalid("search.unknownPart", "Messages, files, conversations and people can be looked for.", "Искать можно сообщения, файлы, чаты и людей.");

        public Validator()
        {
            RuleFor(x => x.Query).MinimumLength(SoughtWords.MinLength).MaximumLength(SoughtWords.MaxLength).DependentRules(() => RuleFor(x => x.Query).Must(query => SoughtWords.Of(query).AreAny).Says(NoWord));
            RuleFor(x => x.In).Must(parts => PartsOf(parts) is not null).Says(NoPart);
            RuleFor(x => x.Cursor).MaximumLength(Kernel.Cursor.MaxLength);
            RuleFor(x => x.Limit).InclusiveBetween(1, MaxLimit);
        }
    }

    internal sealed class Handler(ISearch search, IPeopleByName byName, MemberAccess members, ConversationAccess access, IPaces paces, IViewerContext current) : IQueryHandler<Search, SearchPage>
    {
        public async Task<SearchPage> Handle(Search query, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            await paces.TakeSearchTurnAsync(query.Query, viewer, cancellationToken);
            if (query.ConversationId is { } conversationId) await access.SeenAsync(conversationId, cancellationToken);

            var words = SoughtWords.Of(query.Query);
            var filter = new MessageFilter(query.ConversationId, query.AuthorId, query.Since, query.Until);
            var after = PlaceIn(query.Cursor);
            var withMessages = query.Looks(SearchIn.Messages);
            var names = withMessages ? Math.Min(FewNames, query.Limit / 3) : query.Limit;

            List<Found> items = [];
            if (after is null && filter.IsEmpty && names > 0)
            {
                if (query.Looks(SearchIn.People)) items.AddRange(await PeopleAsync(viewer, words, names, cancellationToken));
                if (query.Looks(SearchIn.Conversations)) items.AddRange(await search.ConversationsAsync(viewer, words, Math.Min(names, query.Limit - items.Count), cancellationToken));
            }

            if (after is null && names > 0 && query.Looks(SearchIn.Files))
                items.AddRange(await search.FilesAsync(viewer, words, filter, Math.Min(names, query.Limit - items.Count), cancellationToken));
            if (!withMessages) return new SearchPage(items, null, null);
            var found = await search.MessagesAsync(viewer, words, filter, after, query.Limit - items.Count, cancellationToken);
            return new SearchPage(
                [.. items, .. found.Items], found.Next is { } next ? Kernel.Cursor.Of(next.At, next.ConversationId, next.Number) : null, found.IsCatchingUp ? true : null);
        }

        private async Task<IEnumerable<Found>> PeopleAsync(Viewer viewer, SoughtWords words, int limit, CancellationToken ct)
        {
            var asked = words.ForNames.ToArray();
            var known = await KnownAsync(forgiving: false);
            if (known.Count == 0) known = await KnownAsync(forgiving: true);
            var outside = known.Count < limit ? await search.OutsidePeopleAsync(viewer, words, limit - known.Count, ct) : [];
            return known.Select(member => new Found
            {
                Type = FoundType.Person, Text = member.DisplayName, Highlights = NameHighlights.In(member.DisplayName, asked),
                Person = new FoundPerson(member.Id, member.Id, member.DisplayName, member.IsGuest, member.Company, viewer.IsGuest ? null : member.Role, AvatarUrl.OfMember(member.Id, member.AvatarId)),
            }).Concat(outside);

            Task<List<Member>> KnownAsync(bool forgiving) => byName.Named(members.KnownTo(viewer), asked, forgiving).Take(limit).AsNoTracking().ToListAsync(ct);
        }

        private static FoundPlace? PlaceIn(string? cursor)
        {
            if (Kernel.Cursor.Read(cursor, 3) is not [var at, var conversation, var number]) return null;
            return new FoundPlace(Kernel.Cursor.TimeIn(at), Kernel.Cursor.IdIn(conversation), Kernel.Cursor.NumberIn(number));
        }
    }

    private bool Looks(SearchIn part) => PartsOf(In) is not { } parts || parts.Contains(part);

    /// <summary>Null where one of them is not known; all of them where none is named.</summary>
    private static SearchIn[]? PartsOf(string? named)
    {
        if (string.IsNullOrEmpty(named)) return Enum.GetValues<SearchIn>();
        var parts = named.Split(',').Select(name => Enum.GetValues<SearchIn>().Where(part => JsonNamingPolicy.CamelCase.ConvertName(part.ToString()) == name).Cast<SearchIn?>().FirstOrDefault()).ToList();
        return parts.Contains(null) ? null : [.. parts.OfType<SearchIn>()];
    }
}

/// <summary>Narrows people to those whose names are like the words, the likest first.</summary>
public interface IPeopleByName
{
    /// <param name="people">Those who may be found.</param>
    /// <param name="words">What is to stand in their names.</param>
    /// <param name="forgiving">Whether a word with a slip fits too.</param>
    IQueryable<Member> Named(IQueryable<Member> people, IReadOnlyList<string> words, bool forgiving);
}

/// <summary>Where words stand in a name.</summary>
public static class NameHighlights
{
    public static IReadOnlyList<Highlight> In(string name, IEnumerable<string> words)
    {
        var folded = SoughtWords.Fold(name);
        if (folded.Length != name.Length) return [];
        var found = new List<Highlight>();
        foreach (var word in words.Distinct(StringComparer.Ordinal))
        {
            if (folded.IndexOf(word, StringComparison.Ordinal) is var at and >= 0 && !found.Exists(h => at < h.Start + h.Length && h.Start < at + word.Length)) found.Add(new Highlight(at, word.Length));
        }

        return [.. found.OrderBy(highlight => highlight.Start)];
    }
}
