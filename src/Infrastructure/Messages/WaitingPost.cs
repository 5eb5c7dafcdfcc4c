using ClientChats.Application.Files;
using ClientChats.Application.Messages;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;

namespace ClientChats.Infrastructure.Messages;

/// <summary>A post on its way through the writer.</summary>
internal sealed class WaitingPost(
    Viewer author, NewMessage message, PostingRight right, QuoteView? quote, IReadOnlyList<AttachedFile>? files, IReadOnlyList<Mention>? mentions, byte[] contentHash, MessageToForward? forwarded = null)
{
    private EntryView? _entry;

    public Viewer Author { get; } = author;
    public NewMessage Message { get; } = message;
    public PostingRight Right { get; set; } = right;
    public QuoteView? Quote { get; } = quote;

    /// <summary>The files that it holds; null where it holds none.</summary>
    public IReadOnlyList<AttachedFile>? Files { get; } = files;

    /// <summary>Who is called in it; null where nobody is.</summary>
    public IReadOnlyList<Mention>? Mentions { get; } = mentions;

    /// <summary>How its matter stands from the beginning; null where nobody has said.</summary>
    public NewStatus? Status { get; init; }

    public byte[] ContentHash { get; } = contentHash;

    /// <summary>The message that it passes on, whose files it holds then.</summary>
    public MessageToForward? Forwarded { get; } = forwarded;

    /// <summary>It has more to it than words.</summary>
    public bool IsRich => Files is not null || Forwarded is not null || Mentions is not null || Status is not null || Message.Thread is not null;

    /// <summary>The place among the batch's posts of the same conversation, from 1.</summary>
    public int Position { get; set; }

    /// <summary>How many of the batch's posts in the same conversation's main stream come up to it, itself included.</summary>
    public int MainPosition { get; set; }
    public Guid Id { get; } = Guid.CreateVersion7();
    public int Checks { get; set; }

    /// <summary>The number that this id has had before.</summary>
    public long RepeatOf { get; private set; }

    /// <summary>The stored message, or null where the id is a repeat.</summary>
    public TaskCompletionSource<PostedMessage?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EntryView Placed(long number, long revision, DateTimeOffset at) => _entry = new EntryView
    {
        Id = Id, Number = number, Revision = revision, Kind = EntryView.Message, ConversationId = Message.ConversationId, Author = Right.Author,
        Text = Message.Text, CreatedAt = at, ReplyTo = Quote, Thread = Message.Thread, ClientMessageId = Message.ClientMessageId,
        Attachments = Files?.Select(FileView.Of).ToList(), Forwarded = Forwarded?.Shown, Mentions = MentionView.Of(Mentions, Message.ConversationId),
        Status = Status?.Shown,
    };

    public void Answer()
    {
        if (_entry is not null) Done.TrySetResult(new PostedMessage(_entry, IsRepeat: false));
    }

    public void AnswerRepeat(long number)
    {
        RepeatOf = number;
        Done.TrySetResult(null);
    }
}
