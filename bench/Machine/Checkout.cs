namespace ClientChats.Bench.Machine;

/// <summary>The checkout that this harness was built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Results { get; } = Directory.CreateDirectory(Path.Combine(Root, "bench", "results")).FullName;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClientChats.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The harness belongs into a checkout of ClientChats.");
    }
}
