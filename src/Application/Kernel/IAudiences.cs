namespace ClientChats.Application.Kernel;

/// <summary>Collects the conversations whose facts of visibility this request changes; who sees them is stored before the commit.</summary>
public interface IAudiences
{
    void Changed(Guid organizationId, IEnumerable<Guid> conversationIds, string cause);

    /// <summary>The conversations so far, with the first cause of each.</summary>
    IReadOnlyList<(Guid OrganizationId, Guid ConversationId, string Cause)> Take();
}

internal sealed class Audiences : IAudiences
{
    private readonly Dictionary<(Guid OrganizationId, Guid ConversationId), string> _causes = [];

    public void Changed(Guid organizationId, IEnumerable<Guid> conversationIds, string cause)
    {
        foreach (var conversationId in conversationIds) _causes.TryAdd((organizationId, conversationId), cause);
    }

    public IReadOnlyList<(Guid OrganizationId, Guid ConversationId, string Cause)> Take()
    {
        var taken = _causes.Select(c => (c.Key.OrganizationId, c.Key.ConversationId, c.Value)).ToArray();
        _causes.Clear();
        return taken;
    }
}
