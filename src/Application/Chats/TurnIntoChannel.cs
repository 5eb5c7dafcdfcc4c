using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Channels;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Chats;

/// <summary>Makes a group chat a private channel without losing anything; its owner becomes the channel's administrator.</summary>
public sealed record TurnIntoChannel(Guid ChatId) : ICommand, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, TimeProvider time) : ICommandHandler<TurnIntoChannel>
    {
        public async Task Handle(TurnIntoChannel command, CancellationToken ct)
        {
            var (conversation, by) = await access.OpenAsync(command.ChatId, ct);
            var now = time.GetUtcNow();
            conversation.BecomeChannel(by, now);

            var chat = await db.Chats.SingleAsync(c => c.OrganizationId == conversation.OrganizationId && c.Id == conversation.Id, ct);
            db.Chats.Remove(chat);
            db.Channels.Add(Channel.Open(conversation.OrganizationId, conversation.Id, ChannelVisibility.Private, chat.OwnerId, now));
        }
    }
}
