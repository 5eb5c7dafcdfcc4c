using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using ClientChats.Domain.Messages;
using FluentValidation;
using MediatR;

namespace ClientChats.Application.Messages;

/// <summary>Somebody keeps what he has begun to write, so that he finds it on his other devices; nobody else ever reads it.</summary>
/// <remarks>It stays outside the saving pipeline: it is one statement, and changes nothing for anybody else.</remarks>
public sealed record KeepDraft(Guid ConversationId, long Thread, string Text, long? ReplyTo, IReadOnlyList<Guid> AttachmentIds) : IRequest<KeptDraft>, IForMembers
{
    internal sealed class Validator : AbstractValidator<KeepDraft>
    {
        public Validator()
        {
            RuleFor(x => x.Text).NotNull().MaximumLength(MessageText.MaxLength);
            RuleFor(x => x.Text).Must(MessageText.SaysSomething).Says(MessageRefusals.Empty).When(x => x.ReplyTo is null && x.AttachmentIds.Count == 0);
            RuleFor(x => x.Thread).GreaterThanOrEqualTo(Draft.MainStream);
            RuleFor(x => x.ReplyTo).GreaterThan(0);
            RuleFor(x => x.AttachmentIds).AtMost(EntryFile.MostOfOne);
        }
    }

    internal sealed class Handler(IDrafts drafts, IViewerContext current) : IRequestHandler<KeepDraft, KeptDraft>
    {
        public Task<KeptDraft> Handle(KeepDraft request, CancellationToken cancellationToken) =>
            drafts.KeepAsync(current.Viewer, new NewDraft(request.ConversationId, request.Thread, request.Text, request.ReplyTo, request.AttachmentIds), cancellationToken);
    }
}
