using ClientChats.Application.Kernel;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Channels;

/// <summary>A channel that was opened.</summary>
public sealed record OpenedChannelId(Guid Id) : IAboutConversation;

/// <summary>An employee opens a channel, for its members or for all employees, and administers it.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Visibility">Who finds it.</param>
/// <param name="MemberIds">Who is in it beside oneself.</param>
/// <param name="Description">What it is about; its responsible is oneself or one of the members.</param>
public sealed record OpenChannel(string Name, ChannelVisibility? Visibility, IReadOnlyList<Guid>? MemberIds, ChannelDescription? Description)
    : ICommand<OpenedChannelId>, IChangesVisibility, IForMembers
{
    internal sealed class Validator : AbstractValidator<OpenChannel>
    {
        public Validator()
        {
            RuleFor(x => x.Name).NotBlank().MaximumLength(Conversation.MaxNameLength);
            RuleFor(x => x.Visibility).NotNull().IsInEnum();
            RuleFor(x => x.MemberIds).AtMost(Conversation.MaxMembers);
            RuleFor(x => x.Description!).SetValidator(new DescriptionValidator()).When(x => x.Description is not null);
        }
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, TimeProvider time) : ICommandHandler<OpenChannel, OpenedChannelId>
    {
        public async Task<OpenedChannelId> Handle(OpenChannel command, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            Refuse.If(viewer.IsGuest, ChannelRefusals.GuestsOpenNone);
            var ids = (command.MemberIds ?? []).Where(id => id != viewer.MemberId).Distinct().ToList();
            var others = await db.Members.Where(m => m.OrganizationId == viewer.OrganizationId && ids.Contains(m.Id) && m.Status == MemberStatus.Active).ToListAsync(cancellationToken);
            Refuse.If(others.Count != ids.Count, MemberRefusals.NotFound);

            var now = time.GetUtcNow();
            var conversation = Conversation.StartChannel(Guid.CreateVersion7(now), command.Name, viewer, others, now);
            var channel = Channel.Open(viewer.OrganizationId, conversation.Id, command.Visibility!.Value, viewer.MemberId, now);
            if (command.Description is { } description) channel.Describe(description, conversation);
            db.Conversations.Add(conversation);
            db.Channels.Add(channel);
            return new OpenedChannelId(conversation.Id);
        }
    }
}
