namespace ClientChats.Domain.Conversations;

/// <summary>Why a person who sees a conversation cannot write into it.</summary>
public enum ReadOnlyReason { Archived, QualityControl, Supervisor, Responsible, Public, Managed }

/// <summary>What a person may do in a conversation; the app shows exactly this, and the aggregate refuses the rest.</summary>
/// <param name="Write">Write messages.</param>
/// <param name="Attach">Attach files to them.</param>
/// <param name="Rename">Change its name.</param>
/// <param name="AddEmployees">Add employees.</param>
/// <param name="AddGuests">Add guests.</param>
/// <param name="Remove">Remove anybody but oneself.</param>
/// <param name="RemoveGuests">Remove guests.</param>
/// <param name="Moderate">Delete messages of others.</param>
/// <param name="Leave">Leave it.</param>
/// <param name="Explain">Ask why one sees it.</param>
/// <param name="ExplainForOthers">Ask it for anybody.</param>
public sealed record ConversationAbilities(
    bool Write, bool Attach, bool Rename, bool AddEmployees, bool AddGuests, bool Remove, bool RemoveGuests, bool Moderate, bool Leave, bool Explain, bool ExplainForOthers)
{
    public static readonly ConversationAbilities None = new(false, false, false, false, false, false, false, false, false, false, false);

    public static ConversationAbilities Of(ConversationKind kind, bool isArchived, Standing by)
    {
        var inAnyCase = None with { Explain = by.Viewer.IsEmployee, ExplainForOthers = by.Viewer.IsAdministrator };
        if (by.Viewer.IsGuest)
            return None with { Write = by.IsMember && !isArchived, Attach = by.IsMember && !isArchived && kind != ConversationKind.Bridged, Leave = by.IsMember && kind != ConversationKind.Direct };

        return kind switch
        {
            ConversationKind.Direct => inAnyCase with { Write = by.IsMember && !isArchived, Attach = by.IsMember && !isArchived },
            ConversationKind.Bridged => Bridged(inAnyCase, isArchived, by),
            _ => Native(inAnyCase, isArchived, by),
        };
    }

    /// <summary>Why this person cannot write, or null where he can.</summary>
    public ReadOnlyReason? ReadOnly(ConversationKind kind, bool isArchived, Standing by) => this switch
    {
        { Write: true } => null,
        _ when by.OnlyManages => ReadOnlyReason.Managed,
        _ when isArchived => ReadOnlyReason.Archived,
        _ when by.Answers && kind != ConversationKind.Bridged => ReadOnlyReason.Responsible,
        _ when by.Viewer.IsSupervisor => ReadOnlyReason.Supervisor,
        _ when by.Viewer.IsQualityControl => ReadOnlyReason.QualityControl,
        _ => ReadOnlyReason.Public,
    };

    private static ConversationAbilities Native(ConversationAbilities can, bool isArchived, Standing by) => can with
    {
        Write = by.IsMember && !isArchived,
        Attach = by.IsMember && !isArchived,
        Rename = (by.IsMember || by.IsManager) && !isArchived,
        AddEmployees = (by.IsMember || by.IsManager) && !isArchived,
        AddGuests = (by.IsMember || by.IsManager) && !isArchived,
        Remove = by.IsOwner,
        Moderate = by.IsOwner,
        RemoveGuests = by.IsOwner || by.IsManager,
        Leave = by.IsMember,
    };

    private static ConversationAbilities Bridged(ConversationAbilities can, bool isArchived, Standing by)
    {
        var leads = by.Answers || by.IsOverseer && by.Viewer.IsSupervisor;
        return can with
        {
            Write = leads && !isArchived,
            Rename = (leads || by.IsManager) && !isArchived,
            AddGuests = (leads || by.IsManager) && !isArchived,
            RemoveGuests = leads || by.IsManager,
        };
    }
}
