using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Messages;

/// <summary>All final versions of one conversation, former ones included, opened for change together with it.</summary>
/// <param name="conversation">The conversation, locked.</param>
/// <param name="entries">Every entry of it that holds a final version.</param>
public sealed class FinalShelf(Conversation conversation, IReadOnlyCollection<Entry> entries)
{
    /// <summary>A conversation holds at most this many final versions, former ones included.</summary>
    public const int MostOfOne = 200;

    private readonly Dictionary<Entry, IReadOnlyList<FinalVersion>> _changed = [];

    /// <summary>Marks a file as final; again is no error. What it supersedes stays known as a former version.</summary>
    /// <param name="entry">The message.</param>
    /// <param name="fileId">Its file; may be left out where it holds one only.</param>
    /// <param name="former">The version whose place it takes.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="at">When.</param>
    public void Mark(Entry entry, Guid? fileId, FilePlace? former, Standing by, DateTimeOffset at)
    {
        conversation.MayMarkFinal(by);
        Refuse.If(entry.System is not null, MessageRefusals.NotAMessage);
        Refuse.If(entry.IsDeleted, MessageRefusals.Deleted);
        var place = new FilePlace(entry.Number, FileOf(entry, fileId));
        var superseded = former is null ? null : FindFormer(former, place, by);

        var present = VersionAt(entry, place);
        Refuse.If(present is null && entries.Sum(held => held.Finals?.Count ?? 0) >= MostOfOne, MessageRefusals.TooManyFinals);
        if (present is not { IsCurrent: true }) Put(entry, new FinalVersion(place.FileId, by.Viewer.MemberId, at));
        if (superseded is { } found) Put(found.Entry, found.Version with { SupersededBy = place });
        Keep();
    }

    /// <summary>Takes the mark away; what it had superseded counts again. Where there is none, nothing happens.</summary>
    public void Unmark(Entry entry, Guid? fileId, Standing by)
    {
        conversation.MayMarkFinal(by);
        if (entry.Finals is not { } finals) return;
        if (fileId is null && finals.Count > 1) throw new RefusedException(MessageRefusals.WhichFile) { Field = "fileId" };
        if (finals.FirstOrDefault(version => fileId is null || version.FileId == fileId) is not { } taken) return;

        Drop(entry, taken);
        Keep();
    }

    /// <summary>A message goes, and its final versions with it.</summary>
    public void Forget(Entry entry)
    {
        foreach (var version in entry.Finals ?? []) Drop(entry, version);
        _changed.Remove(entry);
        Keep();
    }

    private static Guid FileOf(Entry entry, Guid? fileId)
    {
        var files = entry.Attachments ?? throw new RefusedException(MessageRefusals.NoFile);
        if (fileId is null && files.Count > 1) throw new RefusedException(MessageRefusals.WhichFile) { Field = "fileId" };
        var file = files.FirstOrDefault(file => fileId is null || file.Id == fileId) ?? throw new RefusedException(MessageRefusals.FileNotInMessage) { Field = "fileId" };
        return file.Id;
    }

    private (Entry Entry, FinalVersion Version)? FindFormer(FilePlace former, FilePlace place, Standing by)
    {
        var entry = entries.FirstOrDefault(held => held.Number == former.Number && held.Number > by.HistoryFloor);
        if (entry is null || former == place || VersionAt(entry, former) is not { } version) throw new RefusedException(MessageRefusals.FinalNotFound) { Field = "supersedes" };
        if (version.SupersededBy == place) return null;
        Refuse.Unless(version.IsCurrent, MessageRefusals.FinalSuperseded);
        return (entry, version);
    }

    private FinalVersion? VersionAt(Entry entry, FilePlace place) => FinalsOf(entry).FirstOrDefault(version => version.FileId == place.FileId);

    private IReadOnlyList<FinalVersion> FinalsOf(Entry entry) => _changed.GetValueOrDefault(entry) ?? entry.Finals ?? [];

    private void Put(Entry entry, FinalVersion version) => _changed[entry] = [.. FinalsOf(entry).Where(other => other.FileId != version.FileId), version];

    private void Drop(Entry entry, FinalVersion version)
    {
        var place = new FilePlace(entry.Number, version.FileId);
        _changed[entry] = [.. FinalsOf(entry).Where(other => other.FileId != version.FileId)];
        foreach (var holder in entries)
        {
            foreach (var superseded in FinalsOf(holder).Where(other => other.SupersededBy == place).ToList()) Put(holder, superseded with { SupersededBy = version.SupersededBy });
        }
    }

    private void Keep()
    {
        foreach (var (entry, finals) in _changed.OrderBy(change => change.Key.Number)) conversation.TakeFinals(entry, finals.Count > 0 ? finals : null);
        _changed.Clear();
    }
}
