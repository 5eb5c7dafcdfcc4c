using ClientChats.Application.Jobs;
using ClientChats.Tests;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Api.Tests.Files;

/// <summary>An app that takes files up to a size, into a folder that tests look into.</summary>
public class FileApp(TestPostgres postgres) : TestApp(postgres)
{
    public const long MaxSize = 64_000_000;

    public string Folder { get; } = Directory.CreateTempSubdirectory("clientchats-files-").FullName;

    protected override IEnumerable<string> Settings => [$"--ClientChats:Files:Path={Folder}", $"--ClientChats:Files:MaxSize={MaxSize}", "--ClientChats:Limits:Uploads=100000"];

    public string ContentPath(string sha256) => Path.Combine(Folder, "contents", OrganizationId.ToString(), sha256[..2], sha256);

    public Task SweepAsync() => InsideAsync(services => services.GetRequiredService<IMediator>().Send(new SweepFiles()));

    public static async Task<Guid> OpenChatAsync(Person owner, params Person[] others) =>
        (await owner.PostAsync("/chats", new { kind = "group", name = $"Файлы {Guid.NewGuid():N}", memberIds = others.Select(other => other.Id).ToArray() })).Expect(201)["id"].Id;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
