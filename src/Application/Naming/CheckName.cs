using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Naming;
using FluentValidation;

namespace ClientChats.Application.Naming;

/// <summary>What is known around the chat whose name is checked.</summary>
/// <param name="MemberIds">Who is in the chat, at most 1,000.</param>
/// <param name="ResponsibleMemberId">Who is responsible.</param>
public sealed record NamingSurroundings(IReadOnlyList<Guid>? MemberIds, Guid? ResponsibleMemberId);

/// <summary>Checks a name as it is typed. It is compared only with names of conversations that the caller sees.</summary>
/// <param name="Name">The name as it is typed, at most 1,000 characters.</param>
/// <param name="ConversationId">The conversation that is to bear it.</param>
/// <param name="Convention">The convention to check against; the default one where absent.</param>
/// <param name="Context">Who is in the chat.</param>
public sealed record CheckName(string Name, Guid? ConversationId, Guid? Convention, NamingSurroundings? Context) : IQuery<NameVerdictView>, IForEmployees
{
    private const int LongestChecked = 2000;

    internal sealed class Validator : AbstractValidator<CheckName>
    {
        public Validator()
        {
            RuleFor(x => x.Name).NotNull().MaximumLength(LongestChecked);
            RuleFor(x => x.Context!.MemberIds).Must(ids => ids is null || ids.Count <= 1000).When(x => x.Context is not null);
        }
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ConventionStore store, DictionaryStore dictionaries, INamesSeen seen) : IQueryHandler<CheckName, NameVerdictView>
    {
        public async Task<NameVerdictView> Handle(CheckName query, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var conventions = await store.ReadAsync(viewer.OrganizationId, cancellationToken);
            var convention = query.Convention is { } id ? conventions.Find(id) ?? conventions.Default : conventions.Default;
            var check = await dictionaries.CheckAsync(viewer.OrganizationId, cancellationToken);
            return NameVerdictView.Of(check.Of(query.Name, convention, await ContextAsync(viewer, query, cancellationToken)));
        }

        private async Task<NamingContext> ContextAsync(Viewer viewer, CheckName query, CancellationToken ct)
        {
            var surroundings = await KnownSurroundings.ReadAsync(db, viewer.OrganizationId, ct);
            var names = new Seen(await seen.LikeAsync(viewer, query.Name, query.ConversationId, ct));
            return surroundings.Of(query.Context?.MemberIds ?? [], query.Context?.ResponsibleMemberId) with { NamesInSight = names };
        }

        private sealed class Seen(IReadOnlyList<string> names) : INamesInSight
        {
            public string? SameAs(NameKey key) => names.FirstOrDefault(name => NameKey.Of(name).Text == key.Text);

            public IEnumerable<string> Candidates(NameKey key) => names;
        }
    }
}

/// <summary>Names of conversations that somebody sees.</summary>
public interface INamesSeen
{
    /// <summary>Names like this one, the likest first, at most 200; not that of the conversation itself.</summary>
    Task<IReadOnlyList<string>> LikeAsync(Viewer viewer, string name, Guid? except, CancellationToken ct);
}
