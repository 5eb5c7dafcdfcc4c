using System.Text.RegularExpressions;
using ClientChats.Application.Kernel;
using FluentValidation;

namespace ClientChats.Application.Notifications;

/// <summary>Administrators read, in the environment Development, the mails that nobody has sent; the newest first.</summary>
public sealed partial record ShowDevelopmentMailbox(string? To, string? Cursor, int Limit) : IQuery<Page<KeptMailView>>, IForAdministrators
{
    internal sealed class Validator : AbstractValidator<ShowDevelopmentMailbox>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).PageLimit();
            RuleFor(x => x.To).MaximumLength(254);
        }
    }

    internal sealed class Handler(IDevelopmentMailbox mailbox, IViewerContext current) : IQueryHandler<ShowDevelopmentMailbox, Page<KeptMailView>>
    {
        public async Task<Page<KeptMailView>> Handle(ShowDevelopmentMailbox query, CancellationToken cancellationToken)
        {
            var mails = await mailbox.ReadAsync(current.Viewer.OrganizationId, query.To, Kernel.Cursor.ReadId(query.Cursor), query.Limit + 1, cancellationToken);
            return new Page<KeptMailView>(
                [.. mails.Take(query.Limit).Select(View)],
                mails.Count > query.Limit ? Kernel.Cursor.Of(mails[query.Limit - 1].Id.ToString()) : null);
        }

        private static KeptMailView View(KeptMail kept) => new(
            kept.Id, kept.Mail.To, kept.Mail.Subject, kept.Mail.Text, kept.Mail.Html, [.. LinkInText().Matches(kept.Mail.Text).Select(match => match.Value).Distinct()], kept.At);
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex LinkInText();
}

/// <summary>A mail that was kept instead of being sent.</summary>
/// <param name="Id">The mail's id.</param>
/// <param name="To">To whom it would have gone.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its text.</param>
/// <param name="Html">The same as HTML.</param>
/// <param name="Links">The links in it.</param>
/// <param name="At">When it would have been sent.</param>
public sealed record KeptMailView(Guid Id, string To, string Subject, string Text, string Html, IReadOnlyList<string> Links, DateTimeOffset At);

/// <summary>A mail that was kept instead of being sent.</summary>
public sealed record KeptMail(Guid Id, Mail Mail, DateTimeOffset At);

/// <summary>Where mail stays in Development, so that its links can be followed without a mail server.</summary>
public interface IDevelopmentMailbox
{
    /// <summary>The newest first, those to an address that contains the text, older than the one named.</summary>
    Task<IReadOnlyList<KeptMail>> ReadAsync(Guid organizationId, string? recipient, Guid? olderThan, int limit, CancellationToken ct);
}
