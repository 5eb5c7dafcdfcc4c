using ClientChats.Application.Kernel;
using FluentValidation;
using MediatR;

namespace ClientChats.Application.Conversations;

/// <summary>The viewer has read up to a number; with <paramref name="Unread"/> the mark is set back to it, and what follows is unread again.</summary>
public sealed record MarkRead(Guid ConversationId, long? Number, bool Unread) : IRequest<ReadMark>, IForMembers
{
    internal sealed class Validator : AbstractValidator<MarkRead>
    {
        public Validator() => RuleFor(x => x.Number).NotNull().GreaterThanOrEqualTo(0);
    }

    internal sealed class Handler(IReadMarks marks, IViewerContext current, INoticeBoard board) : IRequestHandler<MarkRead, ReadMark>
    {
        public async Task<ReadMark> Handle(MarkRead command, CancellationToken cancellationToken)
        {
            var reader = current.Viewer;
            var (mark, moved, isMember) = await marks.MoveAsync(reader, command.ConversationId, command.Number!.Value, command.Unread, cancellationToken);
            if (moved) await board.PostAsync([new ReadNotice(reader.OrganizationId, command.ConversationId, reader.MemberId, mark.Number, mark.UnreadCount, mark.MentionCount, isMember)]);
            return mark;
        }
    }
}
