using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Chats;

/// <summary>Gives locked conversations names. A mirrored chat keeps its name here from then on.</summary>
internal sealed class Renaming(IClientChatsDb db)
{
    public async Task RenameAsync(Conversation conversation, string name, Standing by, DateTimeOffset at, CancellationToken ct)
    {
        conversation.Rename(name, by, at);
        await NameHereAsync(conversation, ct);
    }

    /// <param name="conversation">A conversation whose client was handed over.</param>
    /// <param name="name">The name with the last name of the new responsible.</param>
    /// <param name="by">Who handed him over; nobody where the CRM did.</param>
    /// <param name="at">When.</param>
    /// <param name="ct">Cancels.</param>
    public async Task FollowResponsibleAsync(Conversation conversation, string name, Guid? by, DateTimeOffset at, CancellationToken ct)
    {
        conversation.FollowResponsible(name, by, at);
        await NameHereAsync(conversation, ct);
    }

    private async Task NameHereAsync(Conversation conversation, CancellationToken ct)
    {
        if (conversation.Kind != ConversationKind.Bridged) return;
        var mirrored = await db.BridgedChats.SingleAsync(c => c.OrganizationId == conversation.OrganizationId && c.Id == conversation.Id, ct);
        mirrored.NameHere();
    }
}
