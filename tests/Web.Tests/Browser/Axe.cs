using System.Text.Json;

namespace ClientChats.Web.Tests.Browser;

/// <summary>What keeps a person with a screen reader, a keyboard or weak eyes from using a page, by the rules of axe-core.</summary>
internal static class Axe
{
    private const string Question = """
        axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`)))
        """;

    /// <summary>Asks through the browser's debugger, which the page's content security policy does not bind.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(Window window)
    {
        var session = await window.Page.Context.NewCDPSessionAsync(window.Page);
        await session.SendAsync("Runtime.evaluate", new() { ["expression"] = await Frontend.TextOfAsync("axe-core/axe.min.js") });
        var answer = await session.SendAsync("Runtime.evaluate", new() { ["expression"] = Question, ["awaitPromise"] = true, ["returnByValue"] = true });
        await session.DetachAsync();
        return answer!.Value.GetProperty("result").GetProperty("value").Deserialize<IReadOnlyList<string>>()!;
    }
}
