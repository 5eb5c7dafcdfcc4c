namespace ClientChats.Application.Conversations;

/// <summary>Whether somebody is at his screen: in the app, in the app but elsewhere, or not in the app.</summary>
public enum Presence { Online, Away, Offline }

/// <summary>Who is in the app at this moment.</summary>
public interface IPresence
{
    Presence PresenceOf(Guid organizationId, Guid memberId);
}
