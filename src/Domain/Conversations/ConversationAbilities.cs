namespace ClientChats.Domain.Conversations;

/// <summary>Why a person who sees a conversation cannot write into it.</summary>
public enum ReadOnlyReason { Archived, QualityControl, Supervisor, Responsible, Public, Managed }

/// <summary>What a person may do in a conversation; the app shows exactly this, and the aggregate refuses the rest.</summary>
public sealed record ConversationAbilities
{
    public static readonly ConversationAbilities None = new();

    /// <summary>Write messages.</summary>
    public bool Write { get; init; }

    /// <summary>Attach files to them.</summary>
    public bool Attach { get; init; }

    /// <summary>Change its name and its picture.</summary>
    public bool Rename { get; init; }

    /// <summary>Add employees.</summary>
    public bool AddEmployees { get; init; }

    /// <summary>Add guests.</summary>
    public bool AddGuests { get; init; }

    /// <summary>Remove anybody but oneself.</summary>
    public bool Remove { get; init; }

    /// <summary>Remove guests.</summary>
    public bool RemoveGuests { get; init; }

    /// <summary>Delete messages of others.</summary>
    public bool Moderate { get; init; }

    /// <summary>Pin messages, unpin them and put them into order.</summary>
    public bool Pin { get; init; }

    /// <summary>Mark files as final versions.</summary>
    public bool MarkFinal { get; init; }

    /// <summary>Say how the matter of a message stands, and ask for decisions.</summary>
    public bool SetStatus { get; init; }

    /// <summary>Leave it.</summary>
    public bool Leave { get; init; }

    /// <summary>Join the public channel.</summary>
    public bool Join { get; init; }

    /// <summary>Put it into the archive, and take it out again.</summary>
    public bool Archive { get; init; }

    /// <summary>Make somebody else the owner of the chat.</summary>
    public bool HandOn { get; init; }

    /// <summary>Turn the group chat into a channel.</summary>
    public bool Convert { get; init; }

    /// <summary>Change the channel's description.</summary>
    public bool Describe { get; init; }

    /// <summary>Appoint and dismiss administrators of the channel.</summary>
    public bool Appoint { get; init; }

    /// <summary>Open the channel to all employees.</summary>
    public bool Publish { get; init; }

    /// <summary>Close the channel to all but its members.</summary>
    public bool Unpublish { get; init; }

    /// <summary>Say which contact of the CRM a client is.</summary>
    public bool LinkClients { get; init; }

    /// <summary>Ask why one sees it.</summary>
    public bool Explain { get; init; }

    /// <summary>Ask it for anybody.</summary>
    public bool ExplainForOthers { get; init; }

    public static ConversationAbilities Of(ConversationKind kind, bool isArchived, Standing by)
    {
        var inAnyCase = None with { Explain = by.Viewer.IsEmployee, ExplainForOthers = by.Viewer.IsAdministrator };
        if (by.Viewer.IsGuest)
            return None with { Write = by.IsMember && !isArchived, Attach = by.IsMember && !isArchived && kind != ConversationKind.Bridged, Leave = by.IsMember && kind != ConversationKind.Direct };

        return kind switch
        {
            ConversationKind.Direct => inAnyCase with { Write = by.IsMember && !isArchived, Attach = by.IsMember && !isArchived, Pin = by.IsMember && !isArchived, MarkFinal = by.IsMember && !isArchived, SetStatus = by.IsMember && !isArchived, LinkClients = by.IsMember },
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
        Pin = by.IsMember && !isArchived,
        MarkFinal = by.IsMember && !isArchived,
        SetStatus = by.IsMember && !isArchived,
        Attach = by.IsMember && !isArchived,
        AddEmployees = (by.IsMember || by.IsManager) && !isArchived,
        AddGuests = (by.IsMember || by.IsManager) && !isArchived,
        Remove = by.Leads,
        Moderate = by.Leads,
        RemoveGuests = by.Leads || by.IsManager,
        Leave = by.IsMember,
        Archive = by.Leads || by.IsManager,
        LinkClients = by.IsMember || by.Answers || by.IsOverseer && by.Viewer.IsSupervisor || by.IsManager,
    };

    private static ConversationAbilities Bridged(ConversationAbilities can, bool isArchived, Standing by)
    {
        var leads = by.Answers || by.IsOverseer && by.Viewer.IsSupervisor;
        return can with
        {
            Write = leads && !isArchived,
            Pin = leads && !isArchived,
            MarkFinal = leads && !isArchived,
            SetStatus = leads && !isArchived,
            Rename = (leads || by.IsManager) && !isArchived,
            AddGuests = (leads || by.IsManager) && !isArchived,
            RemoveGuests = leads || by.IsManager,
            Archive = by.IsManager,
            LinkClients = leads || by.IsManager,
        };
    }
}
