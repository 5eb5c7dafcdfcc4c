namespace ClientChats.Domain.Conversations;

/// <summary>Why a person who sees a conversation cannot write into it.</summary>
public enum ReadOnlyReason { Archived, QualityControl, Supervisor, Responsible, Public, Managed }

/// <summary>What a person may do in a conversation; the app shows exactly this, and the aggregate refuses the rest.</summary>
/// <param name="Write">Write messages.</param>
/// <param name="Rename">Change its name.</param>
/// <param name="AddEmployees">Add employees.</param>
/// <param name="AddGuests">Add guests.</param>
/// <param name="Remove">Remove anybody but oneself.</param>
/// <param name="RemoveGuests">Remove guests.</param>
/// <param name="Moderate">Delete messages of others.</param>
/// <param name="Leave">Leave it.</param>
/// <param name="Join">Join the public channel.</param>
/// <param name="Archive">Put it into the archive, and take it out again.</param>
/// <param name="HandOn">Make somebody else the owner of the chat.</param>
/// <param name="Convert">Turn the group chat into a channel.</param>
/// <param name="Describe">Change the channel's description.</param>
/// <param name="Appoint">Appoint and dismiss administrators of the channel.</param>
/// <param name="Publish">Open the channel to all employees.</param>
/// <param name="Unpublish">Close the channel to all but its members.</param>
/// <param name="Explain">Ask why one sees it.</param>
/// <param name="ExplainForOthers">Ask it for anybody.</param>
public sealed record ConversationAbilities(
    bool Write, bool Rename, bool AddEmployees, bool AddGuests, bool Remove, bool RemoveGuests, bool Moderate, bool Leave, bool Join, bool Archive,
    bool HandOn, bool Convert, bool Describe, bool Appoint, bool Publish, bool Unpublish, bool Explain, bool ExplainForOthers)
{
    public static readonly ConversationAbilities None =
        new(false, false, false, false, false, false, false, false, false, false, false, false, false, false, false, false, false, false);

    public static ConversationAbilities Of(ConversationKind kind, bool isArchived, Standing by)
    {
        var inAnyCase = None with { Explain = by.Viewer.IsEmployee, ExplainForOthers = by.Viewer.IsAdministrator };
        if (by.Viewer.IsGuest)
            return None with { Write = by.IsMember && !isArchived, Leave = by.IsMember && kind != ConversationKind.Direct };

        return kind switch
        {
            ConversationKind.Direct => inAnyCase with { Write = by.IsMember && !isArchived },
            ConversationKind.Bridged => Bridged(inAnyCase, isArchived, by),
            ConversationKind.Channel => Channel(inAnyCase, isArchived, by),
            _ => Group(inAnyCase, isArchived, by),
        };
    }

    /// <summary>Why this person cannot write, or null where he can.</summary>
    public ReadOnlyReason? ReadOnly(ConversationKind kind, bool isArchived, Standing by) => this switch
    {
        { Write: true } => null,
        _ when by.OnlyManages => ReadOnlyReason.Managed,
        _ when isArchived => ReadOnlyReason.Archived,
        { Join: true } => ReadOnlyReason.Public,
        _ when by.Answers && kind != ConversationKind.Bridged => ReadOnlyReason.Responsible,
        _ when by.Viewer.IsSupervisor => ReadOnlyReason.Supervisor,
        _ when by.Viewer.IsQualityControl => ReadOnlyReason.QualityControl,
        _ => ReadOnlyReason.Public,
    };

    private static ConversationAbilities Group(ConversationAbilities can, bool isArchived, Standing by) => Native(can, isArchived, by) with
    {
        Rename = (by.IsMember || by.IsManager) && !isArchived,
        HandOn = (by.Leads || by.IsManager) && !isArchived,
        Convert = (by.Leads || by.IsManager) && !isArchived,
    };

    /// <summary>Who manages a channel without reading it does not open it to himself by making it public.</summary>
    private static ConversationAbilities Channel(ConversationAbilities can, bool isArchived, Standing by) => Native(can, isArchived, by) with
    {
        Rename = (by.Leads || by.IsManager) && !isArchived,
        Join = by.IsOpen && !by.IsMember && !isArchived,
        Describe = (by.Leads || by.IsManager) && !isArchived,
        Appoint = (by.Leads || by.IsManager) && !isArchived,
        Publish = by.Leads && !isArchived,
        Unpublish = (by.Leads || by.IsManager) && !isArchived,
    };

    private static ConversationAbilities Native(ConversationAbilities can, bool isArchived, Standing by) => can with
    {
        Write = by.IsMember && !isArchived,
        AddEmployees = (by.IsMember || by.IsManager) && !isArchived,
        AddGuests = (by.IsMember || by.IsManager) && !isArchived,
        Remove = by.Leads,
        Moderate = by.Leads,
        RemoveGuests = by.Leads || by.IsManager,
        Leave = by.IsMember,
        Archive = by.Leads || by.IsManager,
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
            Archive = by.IsManager,
        };
    }
}
