using ClientChats.Application.Messages;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Organizations;

namespace ClientChats.Infrastructure.Messages;

/// <summary>The status with which a message is written, as it is kept and as it is shown.</summary>
internal sealed record NewStatus(MessageStatus Kept, StatusView Shown);

/// <summary>Makes the statuses with which messages are written.</summary>
internal sealed class NewStatuses(KnownPeople people, TimeProvider time)
{
    public async ValueTask<NewStatus?> MakeAsync(Viewer author, WantedStatus? wanted, CancellationToken ct)
    {
        if (wanted is null) return null;
        var kept = wanted.SetBy(author.MemberId, time.GetUtcNow());
        return new NewStatus(kept, StatusViews.Of(kept, await people.FindAsync(author.OrganizationId, [kept.By, kept.DecisionBy], ct)));
    }
}

internal static class StatusViews
{
    public static StatusView Of(MessageStatus status, IReadOnlyDictionary<Guid, KnownPerson> known) =>
        new(status.Status, status.At, Named(status.By, known), Named(status.DecisionBy, known), status.DueAt, status.AnsweredBy);

    private static AuthorView? Named(Guid? id, IReadOnlyDictionary<Guid, KnownPerson> known) => id is { } person && known.TryGetValue(person, out var found) ? found.View : null;
}
