using ClientChats.Application.Messages;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;

namespace ClientChats.Infrastructure.Messages.Search;

internal sealed class SearchAnswers(MessageSearch messages, FileSearch files, NameSearch names) : ISearch
{
    public Task<FoundMessages> MessagesAsync(Viewer viewer, SoughtWords words, MessageFilter filter, FoundPlace? after, int limit, CancellationToken ct) =>
        messages.FindAsync(viewer, words, filter, after, limit, ct);

    public Task<IReadOnlyList<Found>> FilesAsync(Viewer viewer, SoughtWords words, MessageFilter filter, int limit, CancellationToken ct) => files.FindAsync(viewer, words, filter, limit, ct);

    public Task<IReadOnlyList<Found>> ConversationsAsync(Viewer viewer, SoughtWords words, int limit, CancellationToken ct) => names.ConversationsAsync(viewer, words, limit, ct);

    public Task<IReadOnlyList<Found>> OutsidePeopleAsync(Viewer viewer, SoughtWords words, int limit, CancellationToken ct) => names.OutsidePeopleAsync(viewer, words, limit, ct);
}
