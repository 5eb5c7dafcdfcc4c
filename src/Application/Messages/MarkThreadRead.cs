using ClientChats.Application.Kernel;
using FluentValidation;
using MediatR;

namespace ClientChats.Application.Messages;

/// <summary>The viewer has read a thread up to a reply, and follows it; with <paramref name="Unread"/> the mark is set back, and what comes after is unread again.</summary>
public sealed record MarkThreadRead(Guid ConversationId, long Root, long? Number, bool Unread) : IRequest<ThreadMark>, IForMembers
{
    internal sealed class Validator : AbstractValidator<MarkThreadRead>
    {
        public Validator() => RuleFor(x => x.Number).NotNull().GreaterThanOrEqualTo(0);
    }

    internal sealed class Handler(IThreads threads, IViewerContext current, INoticeBoard board) : IRequestHandler<MarkThreadRead, ThreadMark>
    {
        public async Task<ThreadMark> Handle(MarkThreadRead command, CancellationToken cancellationToken)
        {
            var reader = current.Viewer;
            var (mark, moved) = await threads.MoveAsync(reader, command.ConversationId, command.Root, command.Number!.Value, command.Unread, cancellationToken);
            if (moved) await board.PostAsync([new ReadNotice(reader.OrganizationId, command.ConversationId, reader.MemberId, mark.Number, mark.UnreadCount, MentionCount: null, ShownToOthers: false) { Thread = command.Root }]);
            return mark;
        }
    }
}
