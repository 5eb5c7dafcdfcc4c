using System.Text.Json;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Naming;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Naming;

/// <summary>A word as an administrator enters it.</summary>
/// <param name="Kind">What is known about the word.</param>
/// <param name="Word">One word, at most 60 characters.</param>
/// <param name="Value">What to write instead, or for a first name its other forms; at most 200 characters.</param>
public sealed record DictionaryInput(EntryKind Kind, string Word, string? Value);

/// <summary>Replaces the words of one language by exactly these; what differs from those that come with the product is kept, at most 5,000 words.</summary>
/// <param name="Language"><c>ru</c> or <c>en</c>.</param>
/// <param name="Items">All words.</param>
/// <param name="ExpectedVersion">The version that was read.</param>
public sealed record ReplaceWords(string Language, IReadOnlyList<DictionaryInput> Items, int? ExpectedVersion) : ICommand<DictionaryView>, IForAdministrators
{
    private const int MostRefusalsTold = 100;

    internal sealed class Validator : AbstractValidator<ReplaceWords>
    {
        public Validator()
        {
            RuleFor(x => x.Items).NotNull().AtMost(20_000);
            RuleForEach(x => x.Items).NotNull().OverridePropertyName("items");
        }
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current) : ICommandHandler<ReplaceWords, DictionaryView>
    {
        public async Task<DictionaryView> Handle(ReplaceWords command, CancellationToken cancellationToken)
        {
            var language = NamingLanguageTags.Parse(command.Language) ?? throw new RefusedException(NamingRefusals.DictionaryNotFound);
            var organizationId = current.Viewer.OrganizationId;
            var tag = language.Tag();
            var stored = await db.NamingDictionaries.SingleOrDefaultAsync(d => d.OrganizationId == organizationId && d.Language == tag, cancellationToken);
            Refuse.If(command.ExpectedVersion is { } expected && expected != (stored?.Version ?? 0), SessionRefusals.Stale);

            var ours = NamingDictionary.Of(language);
            var wanted = command.Items.Select(item => new DictionaryEntry(item.Kind, item.Word?.Trim() ?? "", string.IsNullOrWhiteSpace(item.Value) ? null : item.Value.Trim())).ToList();
            var changes = ours.ChangesTo(wanted);
            RefuseUnfit(changes.Refusals(ours), wanted);

            if (stored is null) db.NamingDictionaries.Add(stored = new StoredWords { OrganizationId = organizationId, Language = tag });
            (stored.Added, stored.Removed, stored.Version) = (changes.Added, changes.Removed, stored.Version + 1);
            return DictionaryView.Of(ours.With(changes), changes, stored.Version);
        }

        private static void RefuseUnfit(IReadOnlyList<DictionaryRefusal> refusals, List<DictionaryEntry> wanted)
        {
            if (refusals.Count == 0) return;
            throw new ValidationException(refusals.Take(MostRefusalsTold).Select(refusal => new ValidationFailure(
                $"items[{wanted.LastIndexOf(refusal.Entry)}]", NamingProblemTexts.MessageOf(refusal.Problem, ConventionStore.Language))
            {
                ErrorCode = $"naming.{JsonNamingPolicy.CamelCase.ConvertName(refusal.Problem.ToString())}",
            }));
        }
    }
}
