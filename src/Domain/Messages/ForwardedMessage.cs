using ClientChats.Domain.Files;

namespace ClientChats.Domain.Messages;

/// <summary>A message of a conversation.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Number">The number of the message.</param>
public sealed record MessagePlace(Guid ConversationId, long Number);

/// <summary>What a message passes on of another one, as that was then. It does not say where that was.</summary>
/// <param name="AuthorId">Who wrote it; null where whoever passed it on did not know.</param>
/// <param name="At">When it was written.</param>
/// <param name="Text">What it said; empty where it held files only.</param>
public sealed record ForwardedMessage(Guid? AuthorId, DateTimeOffset At, string Text);

/// <summary>What a message has beside its words.</summary>
/// <param name="Attachments">Its files; null where there are none.</param>
/// <param name="Forwarded">The message that it passes on.</param>
/// <param name="Mentions">Who is called in it; null where nobody is.</param>
public sealed record MessageExtras(IReadOnlyList<AttachedFile>? Attachments = null, ForwardedMessage? Forwarded = null, IReadOnlyList<Mention>? Mentions = null);
