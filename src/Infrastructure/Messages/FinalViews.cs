using ClientChats.Application.Messages;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Organizations;

namespace ClientChats.Infrastructure.Messages;

/// <summary>Final versions as they are shown to somebody for whom nothing at or below a number exists.</summary>
internal static class FinalViews
{
    public static FinalView? Of(IReadOnlyList<FinalVersion>? finals, Guid fileId, long floor, IReadOnlyDictionary<Guid, KnownPerson> known)
    {
        if (finals?.FirstOrDefault(version => version.FileId == fileId) is not { } final) return null;
        var newer = final.SupersededBy is { } place && place.Number > floor ? new NewerVersionView(place.Number, place.FileId) : null;
        return new FinalView(final.At, known.TryGetValue(final.By, out var by) ? by.View : null, final.IsCurrent, newer);
    }
}
