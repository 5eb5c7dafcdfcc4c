using System.Collections.Concurrent;
using ClientChats.Infrastructure.Demo;

namespace ClientChats.Tests;

/// <summary>The whole app with the demo company: the house builders and the web studio, in the environment Development.</summary>
public class BureauApp(TestPostgres postgres) : DevelopmentApp(postgres)
{
    private readonly ConcurrentDictionary<DemoPerson, Task<Person>> _people = new();

    protected override bool IsSetUp => false;

    protected override IEnumerable<string> Settings => ["--ClientChats:Demo=true"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Nikolai = await As(DemoPeople.Zuev);
    }

    /// <summary>Somebody of the cast at his browser.</summary>
    public Task<Person> As(DemoPerson person) => _people.GetOrAdd(person, p => SignInAsync(p.Email));

    /// <summary>The id of a conversation by its name.</summary>
    public Task<Guid> ConversationAsync(string name) => AskSqlAsync<Guid>("select id from conversations where name = $1", name);
}
