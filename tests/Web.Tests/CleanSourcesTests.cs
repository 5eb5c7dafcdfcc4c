namespace ClientChats.Web.Tests;

/// <summary>The sources of the app and of its unit tests.</summary>
public sealed class CleanSourcesTests
{
    [Theory]
    [InlineData("lint")]
    [InlineData("check")]
    public async Task Nothing_is_found_in_the_sources(string script) => (await Frontend.ComplaintOfAsync(script)).ShouldBeNull();
}
