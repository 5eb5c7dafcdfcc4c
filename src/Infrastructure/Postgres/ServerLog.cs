using System.Globalization;

namespace ClientChats.Infrastructure.Postgres;

/// <summary>What the server says, in <c>postgres.log</c> and a few older files of limited size.</summary>
internal sealed class ServerLog : IDisposable
{
    private const long LargestFile = 10 * 1024 * 1024;
    private const int OlderFiles = 4;

    private readonly Lock _writing = new();
    private readonly string _folder;
    private StreamWriter? _writer;

    public ServerLog(string folder)
    {
        _folder = folder;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Open();
    }

    public string Path => FileOf(0);

    public void Write(string line)
    {
        lock (_writing)
        {
            try
            {
                if (_writer?.BaseStream.Length > LargestFile) Rotate();
                _writer?.WriteLine(line);
            }
            catch (IOException)
            {
                // A full disk must not stop the thread that empties the server's output: the server would wait for it.
            }
        }
    }

    private void Rotate()
    {
        _writer?.Dispose();
        _writer = null;
        for (var age = OlderFiles - 1; age >= 0; age--)
        {
            if (File.Exists(FileOf(age))) File.Move(FileOf(age), FileOf(age + 1), overwrite: true);
        }

        Open();
    }

    private void Open() =>
        _writer = new StreamWriter(new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };

    private string FileOf(int age) =>
        System.IO.Path.Combine(_folder, age == 0 ? "postgres.log" : string.Create(CultureInfo.InvariantCulture, $"postgres.{age}.log"));

    public void Dispose()
    {
        lock (_writing)
        {
            _writer?.Dispose();
            _writer = null;
        }
    }
}
