using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;

namespace ClientChats.Tests;

/// <summary>A member at his browser, signed in.</summary>
public sealed class Person : Browser
{
    private readonly Member _member;

    internal Person(Uri address, Member member, string session) : base(address)
    {
        _member = member;
        Session = session;
    }

    public Guid Id => _member.Id;

    public string Email => _member.Email;

    public string Name => _member.DisplayName;

    /// <summary>The person as he was when he signed in.</summary>
    internal Viewer AsViewer() => new(_member.OrganizationId, Id, _member.Role, _member.IsSupervisor, _member.IsQualityControl, _member.ReceivesNewClients);
}
