using ClientChats.Tests.Postgres;

namespace ClientChats.Application.Tests.Postgres;

internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Path = Directory.CreateDirectory(System.IO.Path.Combine(TestFolders.Root, $"cc-test-{Guid.NewGuid():N}")).FullName;
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
