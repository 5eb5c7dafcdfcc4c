using System.Text.Json;

namespace ClientChats.Web.Tests;

/// <summary>One case of the app's Vitest files, as it ended.</summary>
public sealed record VitestCase(string Name, string Status, string? Failure)
{
    public override string ToString() => Name;
}

/// <summary>Runs the app's Vitest files and reads their report.</summary>
internal static class Vitest
{
    public static async Task<IEnumerable<TheoryDataRow<VitestCase>>> CasesAsync() =>
        (await RunAsync()).Select(one => new TheoryDataRow<VitestCase>(one) { TestDisplayName = one.Name, Label = "" });

    private static async Task<IReadOnlyList<VitestCase>> RunAsync()
    {
        var report = Path.Combine(Path.GetTempPath(), $"clientchats-vitest-{Guid.NewGuid():N}.json");
        try
        {
            var complaint = await Frontend.ComplaintOfAsync("test", "--reporter=default", "--reporter=json", $"--outputFile.json={report}");
            if (!File.Exists(report)) throw new InvalidOperationException($"Vitest did not run: {complaint}");

            var cases = Read(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
            if (complaint is null || cases.Any(one => one.Failure is not null)) return cases;
            return [.. cases, new VitestCase("The whole run", "failed", complaint)];
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static List<VitestCase> Read(string report)
    {
        var cases = new List<VitestCase>();
        using var json = JsonDocument.Parse(report);
        foreach (var file in json.RootElement.GetProperty("testResults").EnumerateArray())
        {
            var results = file.GetProperty("assertionResults");
            foreach (var one in results.EnumerateArray()) cases.Add(CaseOf(one));
            if (results.GetArrayLength() == 0) cases.Add(new VitestCase(file.GetProperty("name").GetString()!, "failed", $"The file could not be read: {file.GetProperty("message")}"));
        }

        return cases;
    }

    private static VitestCase CaseOf(JsonElement one)
    {
        var group = one.GetProperty("ancestorTitles").EnumerateArray().Select(title => title.GetString());
        var name = string.Join(": ", [.. group, one.GetProperty("title").GetString()]);
        var status = one.GetProperty("status").GetString()!;
        var messages = one.GetProperty("failureMessages").EnumerateArray().SelectMany(message => message.GetString()!.Split('\n'));
        return new VitestCase(name, status, status == "failed" ? string.Join('\n', messages.Where(IsTelling)) : null);
    }

    private static bool IsTelling(string line) => !line.Contains("/node_modules/", StringComparison.Ordinal);
}
