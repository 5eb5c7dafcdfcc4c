using System.Diagnostics;
using ClientChats.Infrastructure.Postgres;

namespace ClientChats.Infrastructure.Node;

/// <summary>Node.js and npm of this machine: they install and build, the running server needs neither.</summary>
public sealed class NodeTools
{
    private const int OldestMajor = 20;

    private readonly string _npm;
    private readonly string _purpose;

    private NodeTools(string npm, Version version, string purpose)
    {
        _npm = npm;
        _purpose = purpose;
        Version = version;
    }

    public Version Version { get; }

    /// <summary>Finds both; <paramref name="purpose"/> completes the sentence "Node.js 20 or newer is needed to …".</summary>
    public static async Task<NodeTools> FindAsync(string purpose, CancellationToken ct)
    {
        if (Programs.Find("node") is not { } node)
            throw new EnvironmentProblem($"Node.js {OldestMajor} or newer is needed to {purpose}: install it and start again.");

        var answer = await Programs.RunAsync(new ProcessStartInfo(node, ["--version"]), ct);
        if (answer.ExitCode != 0 || !Version.TryParse(string.Concat(answer.Lines).Trim().TrimStart('v').Split('-')[0], out var version))
            throw new EnvironmentProblem($"Node.js {OldestMajor} or newer is needed to {purpose}, but {node} does not run: install it anew and start again.");
        if (version.Major < OldestMajor)
            throw new EnvironmentProblem($"Node.js {OldestMajor} or newer is needed to {purpose}, and this machine has {version}: install a newer one and start again.");
        if (Programs.Find("npm") is not { } npm)
            throw new EnvironmentProblem($"npm, which comes with Node.js, is needed to {purpose}: install it and start again.");

        return new NodeTools(npm, version, purpose);
    }

    public async Task RunNpmAsync(string folder, IEnumerable<string> arguments, CancellationToken ct, Action<string>? eachLine = null)
    {
        var start = new ProcessStartInfo(_npm, arguments) { WorkingDirectory = folder };
        var command = $"npm {string.Join(' ', start.ArgumentList)}";
        var result = await Programs.RunAsync(start, ct, eachLine);
        if (result.ExitCode != 0)
            throw new EnvironmentProblem($"\"{command}\" in {folder}, which is needed to {_purpose}, failed: {LastWord(result)}");
    }

    private static string LastWord(ProgramResult result)
    {
        var line = result.Lines
            .Select(line => line.Replace("npm error", "", StringComparison.Ordinal).Replace("npm ERR!", "", StringComparison.Ordinal).Trim())
            .LastOrDefault(line => line.Length > 0 && !line.StartsWith("A complete log", StringComparison.Ordinal));
        return line is null ? $"it ended with code {result.ExitCode} and said nothing." : line.EndsWith('.') ? line : line + ".";
    }
}
