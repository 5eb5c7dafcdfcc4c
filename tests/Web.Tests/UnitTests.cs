namespace ClientChats.Web.Tests;

/// <summary>What the app's logic promises; each case of its Vitest files counts as one test.</summary>
public sealed class UnitTests
{
    [Theory]
    [MemberData(nameof(Vitest.CasesAsync), MemberType = typeof(Vitest), DisableDiscoveryEnumeration = true)]
    public void The_app_keeps_its_word(VitestCase promise)
    {
        if (promise.Failure is { } failure) Assert.Fail(failure);
        Assert.SkipUnless(promise.Status == "passed", $"Vitest says: {promise.Status}.");
    }
}
