using ClientChats.Domain.Conversations;
using ClientChats.Domain.Organizations;

namespace ClientChats.Application.Conversations;

/// <summary>Who follows an owner or the last administrator: the employee who has been in the conversation longest, never a guest.</summary>
internal static class Succession
{
    public static Member? After(Guid former, Conversation conversation) => conversation.Members
        .Where(m => m is { IsGuest: false, Person.IsActive: true } && m.MemberId != former)
        .OrderBy(m => m.AddedAt).ThenBy(m => m.MemberId).FirstOrDefault()?.Person;
}
