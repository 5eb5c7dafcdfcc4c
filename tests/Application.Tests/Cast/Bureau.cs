using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Demo;
using ClientChats.Tests.Postgres;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClientChats.Application.Tests.Cast;

/// <summary>The demo company in a database of its own, with everything that runs beside requests.</summary>
public sealed class Bureau(BureauDatabases databases) : IAsyncLifetime
{
    private TestDatabase? _database;
    private ServiceProvider? _services;
    private Dictionary<string, Member> _members = [];

    public Guid OrganizationId { get; private set; }

    public string ConnectionString => _database!.ConnectionString;

    internal IServiceProvider Services => _services!;

    public async ValueTask InitializeAsync()
    {
        _database = await databases.CloneAsync();
        _services = TestServices.Build(_database.ConnectionString);
        foreach (var runner in _services.GetServices<IHostedService>()) await runner.StartAsync(CancellationToken.None);

        _members = await ReadAsync(db => db.Members.AsNoTracking().ToDictionaryAsync(m => m.EmailKey));
        OrganizationId = _members.Values.First().OrganizationId;
    }

    /// <summary>Somebody of the cast, with the standing that he has now.</summary>
    public Actor As(DemoPerson person) => new(this, MemberIdOf(person));

    public Guid MemberIdOf(DemoPerson person) => _members[person.Email].Id;

    public Task<Guid> ConversationAsync(string name) => ReadAsync(db => db.Conversations.Where(c => c.Name == name).Select(c => c.Id).SingleAsync());

    /// <summary>Runs something with a database context of its own.</summary>
    internal async Task<T> ReadAsync<T>(Func<ClientChatsDb, Task<T>> read)
    {
        await using var scope = _services!.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ClientChatsDb>());
    }

    /// <summary>Sends a request of the system itself.</summary>
    public Task<T> SendAsync<T>(IRequest<T> request) => SendAsync(null, request);

    internal async Task<T> SendAsync<T>(Guid? memberId, IRequest<T> request)
    {
        await using var scope = _services!.CreateAsyncScope();
        if (memberId is { } id)
        {
            var member = await ReadAsync(db => db.Members.AsNoTracking().SingleAsync(m => m.Id == id));
            scope.ServiceProvider.GetRequiredService<ActingViewer>().ViewerOrNull =
                new Viewer(member.OrganizationId, member.Id, member.Role, member.IsSupervisor, member.IsQualityControl, member.ReceivesNewClients);
        }

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var runner in _services!.GetServices<IHostedService>().Reverse()) await runner.StopAsync(CancellationToken.None);
        await _services!.DisposeAsync();
        await _database!.DisposeAsync();
    }
}

/// <summary>Somebody who does things.</summary>
public sealed class Actor(Bureau bureau, Guid memberId)
{
    public Guid MemberId => memberId;

    public Task<T> Sends<T>(IRequest<T> request) => bureau.SendAsync(memberId, request);

    /// <summary>Sends a request that must be refused, and answers how.</summary>
    public async Task<Refusal> IsRefused<T>(IRequest<T> request) => (await Should.ThrowAsync<RefusedException>(() => Sends(request))).Refusal;

    /// <summary>Whether he sees a conversation, by the list and by reading it, which must agree.</summary>
    public async Task<bool> Sees(Guid conversationId)
    {
        var listed = await bureau.ReadAsync(db => db.VisibleConversations(bureau.OrganizationId, memberId).AnyAsync(seen => seen.Id == conversationId));
        var page = await Sends(new Application.Conversations.ListConversations(null, null, null, false, null, null, Managed: false, null, 200));
        page.Items.Any(item => item.Id == conversationId).ShouldBe(listed);
        try
        {
            await Sends(new Application.Messages.ReadMessages(conversationId, null, null, null, 50));
            listed.ShouldBeTrue();
        }
        catch (RefusedException refused)
        {
            refused.Refusal.ShouldBe(ConversationRefusals.NotFound);
            listed.ShouldBeFalse();
        }

        return listed;
    }
}
