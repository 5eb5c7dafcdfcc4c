using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;

namespace ClientChats.Domain.Channels;

/// <summary>Who finds a channel: its members alone, or every employee.</summary>
public enum ChannelVisibility { Private, Public }

/// <summary>What a channel has beyond a conversation: administrators, a visibility, and a description of the work that it is about.</summary>
public sealed class Channel : Aggregate
{
    private readonly List<ChannelAdministrator> _administrators = [];

    private Channel() { }

    /// <summary>The conversation's id.</summary>
    public Guid Id { get; private init; }
    public ChannelVisibility Visibility { get; private set; }

    /// <summary>Moves with every change of the description; its ETag.</summary>
    public int DescriptionVersion { get; private set; } = 1;
    public Guid? ResponsibleMemberId { get; private set; }
    public string? Work { get; private set; }
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }
    public string? Summary { get; private set; }
    public string? Text { get; private set; }

    /// <summary>At least one, unless the last employee was deactivated.</summary>
    public IReadOnlyList<ChannelAdministrator> Administrators => _administrators;

    public ChannelDescription Description => new(ResponsibleMemberId, Work, StartsOn, EndsOn, Summary, Text);

    public static Channel Open(Guid organizationId, Guid conversationId, ChannelVisibility visibility, Guid? administratorId, DateTimeOffset at)
    {
        var channel = new Channel { OrganizationId = organizationId, Id = conversationId, Visibility = visibility };
        if (administratorId is { } id) channel._administrators.Add(ChannelAdministrator.Of(channel, id, at));
        return channel;
    }

    public bool IsAdministeredBy(Guid memberId) => _administrators.Exists(a => a.MemberId == memberId);

    /// <summary>Opens the channel to all employees, which a guest inside forbids, or closes it; answers whether anything changed.</summary>
    public bool Show(ChannelVisibility visibility, Conversation conversation, Standing by)
    {
        var can = conversation.AbilitiesBesidesArchiveOf(by);
        Refuse.Unless(visibility == ChannelVisibility.Public ? can.Publish : can.Unpublish, ChannelRefusals.MayNotChange);
        Refuse.If(conversation.IsArchived, ConversationRefusals.Archived);
        if (visibility == Visibility) return false;

        Refuse.If(visibility == ChannelVisibility.Public && conversation.Members.Any(m => m.IsGuest), ChannelRefusals.GuestsInside);
        Visibility = visibility;
        return true;
    }

    /// <summary>Gives the channel another administrator; answers whether he is new as such.</summary>
    public bool Appoint(Member person, DateTimeOffset at)
    {
        Refuse.If(person.IsGuest, ChannelRefusals.GuestsDoNotAdminister);
        if (IsAdministeredBy(person.Id)) return false;
        _administrators.Add(ChannelAdministrator.Of(this, person.Id, at));
        return true;
    }

    public void Dismiss(Guid memberId)
    {
        Refuse.Unless(IsAdministeredBy(memberId), MemberRefusals.NotFound);
        Refuse.If(_administrators.Count == 1, ChannelRefusals.LastAdministrator);
        Lose(memberId);
    }

    /// <summary>An administrator who is in the channel no longer, or no employee any more; answers whether nobody is left.</summary>
    public bool Lose(Guid memberId) => _administrators.RemoveAll(a => a.MemberId == memberId) > 0 && _administrators.Count == 0;

    /// <summary>Refuses whoever may not change the description now.</summary>
    public static void MayDescribe(Conversation conversation, Standing by)
    {
        Refuse.Unless(conversation.AbilitiesBesidesArchiveOf(by).Describe, ChannelRefusals.MayNotChange);
        Refuse.If(conversation.IsArchived, ConversationRefusals.Archived);
    }

    /// <summary>Replaces the description; answers whether it says anything new.</summary>
    public bool Describe(ChannelDescription description, Conversation conversation)
    {
        Refuse.If(description.EndsOn < description.StartsOn, ChannelRefusals.EndsBeforeStart);
        Refuse.If(
            description.ResponsibleMemberId is { } id && id != ResponsibleMemberId && conversation.Members.All(m => m.MemberId != id),
            ChannelRefusals.ResponsibleNotInside);

        var tidy = description.Tidy();
        if (tidy == Description) return false;
        (ResponsibleMemberId, Work, StartsOn, EndsOn, Summary, Text) = tidy;
        DescriptionVersion++;
        return true;
    }
}
