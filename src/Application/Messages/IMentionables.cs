using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;

namespace ClientChats.Application.Messages;

/// <summary>Finds who is called in what somebody writes.</summary>
public interface IMentionables
{
    /// <summary>
    /// An employee can call whoever sees the conversation and everybody at once, a guest only the people in it.
    /// Somebody outside, who has no account (<paramref name="author"/> is null), can call whoever sees it.
    /// </summary>
    Task<IReadOnlyList<Mention>?> FindAsync(Guid organizationId, Guid conversationId, Viewer? author, string text, CancellationToken ct);
}
