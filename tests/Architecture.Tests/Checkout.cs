namespace ClientChats.Architecture.Tests;

/// <summary>The folder that the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClientChats.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests do not run from a checkout.");
    }
}
