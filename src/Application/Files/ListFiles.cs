using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using FluentValidation;

namespace ClientChats.Application.Files;

/// <summary>Pictures and films, or everything else.</summary>
public enum FileGroup { Media, Documents }

/// <summary>A file of a conversation, and the message that holds it.</summary>
/// <param name="Number">The number of the message.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="File">The file.</param>
public sealed record ConversationFile(long Number, AuthorView? Author, DateTimeOffset CreatedAt, FileView File);

/// <summary>The files of a conversation that its reader sees, the newest first.</summary>
public sealed record ListFiles(Guid ConversationId, FileGroup? Kind, string? Cursor, int Limit) : IQuery<Page<ConversationFile>>, IForMembers
{
    internal sealed class Validator : AbstractValidator<ListFiles>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).PageLimit();
            RuleFor(x => x.Cursor).MaximumLength(Kernel.Cursor.MaxLength);
        }
    }

    internal sealed class Handler(IFileSight sight, IViewerContext current) : IQueryHandler<ListFiles, Page<ConversationFile>>
    {
        public Task<Page<ConversationFile>> Handle(ListFiles query, CancellationToken cancellationToken) =>
            sight.ListAsync(current.Viewer, query.ConversationId, query.Kind, query.Cursor, query.Limit, cancellationToken);
    }
}
