using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Organizations;

public static class OrganizationRefusals
{
    public static readonly Refusal OwnersOnly = Refusal.Forbidden("organization.ownersOnly", "Only an owner decides whether clients' direct chats are overseen.", "Решать, видны ли руководителям личные чаты с клиентами, может только владелец.");
}
