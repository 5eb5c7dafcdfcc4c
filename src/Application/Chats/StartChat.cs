using ClientChats.Application.Kernel;
using ClientChats.Domain.Chats;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Chats;

/// <summary>A chat that was started, or the direct chat that the two have already.</summary>
public sealed record StartedChat(Guid Id, bool IsNew) : IAboutConversation;

/// <summary>An employee opens a group chat with colleagues and guests; anybody opens a direct chat with whom he may write to.</summary>
/// <param name="Kind"><c>group</c> or <c>direct</c>.</param>
/// <param name="Name">Of a group: 1 to 200 characters.</param>
/// <param name="MemberIds">Who is in it beside oneself; in a direct chat one person.</param>
public sealed record StartChat(ConversationKind? Kind, string? Name, IReadOnlyList<Guid> MemberIds) : ICommand<StartedChat>, IChangesVisibility, IForMembers
{
    internal sealed class Validator : AbstractValidator<StartChat>
    {
        private static readonly Refusal OnlyChats = Refusal.Invalid("chats.kindUnknown", "A chat is direct or group.", "Чат бывает личным или групповым.");
        private static readonly Refusal OneOther = Refusal.Invalid("chats.oneOther", "A direct chat has one other person.", "В личном чате один собеседник.");

        public Validator()
        {
            RuleFor(x => x.Kind).NotNull().Must(kind => kind is ConversationKind.Direct or ConversationKind.Group).Says(OnlyChats);
            RuleFor(x => x.MemberIds).NotNull();
            RuleFor(x => x.MemberIds).Must(ids => ids.Distinct().Count() < Conversation.MaxMembers).Says(ConversationRefusals.TooManyMembers).When(x => x.MemberIds is not null);
            When(x => x.Kind == ConversationKind.Direct, () => RuleFor(x => x.MemberIds).Must(ids => ids?.Count == 1).Says(OneOther));
            When(x => x.Kind == ConversationKind.Group, () => RuleFor(x => x.Name!).NotBlank().MaximumLength(Conversation.MaxNameLength));
        }
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, TimeProvider time) : ICommandHandler<StartChat, StartedChat>
    {
        public async Task<StartedChat> Handle(StartChat command, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            Refuse.If(command.Kind == ConversationKind.Group && viewer.IsGuest, ConversationRefusals.GuestsOpenNoGroups);

            var ids = command.MemberIds.Where(id => id != viewer.MemberId).Distinct().ToList();
            var others = await db.Members.Where(m => m.OrganizationId == viewer.OrganizationId && ids.Contains(m.Id) && m.Status == MemberStatus.Active).ToListAsync(cancellationToken);
            Refuse.If(others.Count != ids.Count, MemberRefusals.NotFound);
            return command.Kind == ConversationKind.Group
                ? StartGroup(command.Name!, viewer, others)
                : await StartDirectAsync(viewer, others.SingleOrDefault(), cancellationToken);
        }

        private StartedChat StartGroup(string name, Viewer viewer, List<Member> others)
        {
            var now = time.GetUtcNow();
            var conversation = Conversation.StartGroup(Guid.CreateVersion7(now), name, viewer, others, now);
            db.Conversations.Add(conversation);
            db.Chats.Add(Chat.OwnedBy(viewer.OrganizationId, conversation.Id, viewer.MemberId));
            return new StartedChat(conversation.Id, IsNew: true);
        }

        private async Task<StartedChat> StartDirectAsync(Viewer viewer, Member? other, CancellationToken ct)
        {
            Refuse.If(other is null, ConversationRefusals.NotWithYourself);
            var (first, second) = DirectPair.InOrder(viewer.MemberId, other!.Id);
            var pair = await db.DirectPairs.SingleOrDefaultAsync(p => p.OrganizationId == viewer.OrganizationId && p.FirstMemberId == first && p.SecondMemberId == second, ct);
            if (pair is not null) return new StartedChat(pair.ConversationId, IsNew: false);
            Refuse.If(viewer.IsGuest && !await KnowsAsync(viewer, other, ct), MemberRefusals.NotFound);

            var now = time.GetUtcNow();
            var conversation = Conversation.StartDirect(Guid.CreateVersion7(now), viewer, other, now);
            db.Conversations.Add(conversation);
            db.DirectPairs.Add(DirectPair.Of(viewer.OrganizationId, conversation.Id, viewer.MemberId, other.Id));
            return new StartedChat(conversation.Id, IsNew: true);
        }

        /// <summary>A guest knows administrators and the people in conversations that he is in.</summary>
        private async Task<bool> KnowsAsync(Viewer guest, Member other, CancellationToken ct) => other.IsAdministrator || await (
            from seen in db.VisibleConversations(guest.OrganizationId, guest.MemberId)
            join member in db.ConversationMembers on new { seen.OrganizationId, ConversationId = seen.Id } equals new { member.OrganizationId, member.ConversationId }
            where member.MemberId == other.Id
            select member).AnyAsync(ct);
    }
}
