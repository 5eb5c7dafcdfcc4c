using ClientChats.Application.Kernel;
using FluentValidation;

namespace ClientChats.Application.Messages;

/// <summary>A page of the thread under a message; the newest one where no number is given.</summary>
public sealed record ReadThread(Guid ConversationId, long Root, long? Before, long? After, long? Around, int Limit) : IQuery<ThreadPage>, IForMembers
{
    internal sealed class Validator : AbstractValidator<ReadThread>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).InclusiveBetween(1, 200);
            RuleFor(x => x.Before).GreaterThan(0);
            RuleFor(x => x.After).GreaterThanOrEqualTo(0);
            RuleFor(x => x.Around).GreaterThan(0);
            RuleFor(x => x).Must(x => new[] { x.Before, x.After, x.Around }.Count(n => n is not null) <= 1).WithErrorCode("messages.onePlaceOnly").OverridePropertyName("before");
        }
    }

    internal sealed class Handler(IThreads threads, IViewerContext current) : IQueryHandler<ReadThread, ThreadPage>
    {
        public Task<ThreadPage> Handle(ReadThread query, CancellationToken cancellationToken) => threads.PageAsync(
            current.Viewer, query.ConversationId, query.Root, new PageRequest(query.Before, query.After, query.Around, query.Limit), cancellationToken);
    }
}
