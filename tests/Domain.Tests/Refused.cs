using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Tests;

internal static class Refused
{
    /// <summary>Holds that an act is refused with this code, and hands on the refusal.</summary>
    public static RefusedException ShouldBeRefused(this Action act, Refusal refusal)
    {
        var refused = Should.Throw<RefusedException>(act);
        refused.Refusal.ShouldBe(refusal);
        return refused;
    }
}
