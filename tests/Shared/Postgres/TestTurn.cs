using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClientChats.Tests.Postgres;

/// <summary>
/// The right of one test process of a checkout to use PostgreSQL. The others wait, so that two cores are not shared
/// by two clusters; the operating system ends the turn with the process, however that ends.
/// </summary>
internal static class TestTurn
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Where the test processes of this checkout and user keep what belongs to a run.</summary>
    public static string Folder { get; } = Path.Combine(TestFolders.Root, $"clientchats-tests-{NameOfCheckout()}");

    private static readonly Lazy<Task<FileStream>> OfThisProcess = new(() => TakeAsync(Path.Combine(Folder, "turn"), Patience));

    public static Task TakeAsync() => OfThisProcess.Value;

    public static async Task<FileStream> TakeAsync(string path, TimeSpan patience)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(100))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < patience)
            {
                await Task.Delay(100);
            }
        }
    }

    private static string NameOfCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is not null && !File.Exists(Path.Combine(folder.FullName, "ClientChats.sln"))) folder = folder.Parent;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{folder.FullName} {Environment.UserName}"));
        return Convert.ToHexString(hash, 0, 4).ToLower(CultureInfo.InvariantCulture);
    }
}
