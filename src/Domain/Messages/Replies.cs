namespace ClientChats.Domain.Messages;

/// <summary>How the thread under a message stands: what of it is not deleted, and who wrote that, the last one first.</summary>
/// <param name="Count">How many replies.</param>
/// <param name="LastNumber">The number of the last one; 0 where all are deleted.</param>
/// <param name="LastAt">When it was written.</param>
/// <param name="People">The last people who wrote, each once, at most <see cref="MostPeople"/>.</param>
public sealed record Replies(long Count, long LastNumber, DateTimeOffset? LastAt, IReadOnlyList<Guid> People)
{
    public const int MostPeople = 5;

    public static readonly Replies None = new(0, 0, null, []);

    internal Replies With(Entry reply) =>
        new(Count + 1, reply.Number, reply.CreatedAt, [.. People.Where(person => person != reply.AuthorId).Prepend(reply.AuthorId!.Value).Take(MostPeople)]);
}
