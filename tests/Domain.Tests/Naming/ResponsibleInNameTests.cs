using ClientChats.Domain.Naming;

namespace ClientChats.Domain.Tests.Naming;

/// <summary>A name with the last name of the responsible follows him, and nothing else in it moves.</summary>
public sealed class ResponsibleInNameTests
{
    private static readonly KnownPerson[] From = [new("Дмитрий", "Соколов"), new("Анна", "Римская-Корсакова")];
    private static readonly KnownPerson To = new("Ольга", "Белова");

    [Theory]
    [InlineData("Баня | Кузьмины | Соколов", "Баня | Кузьмины | Белова")]
    [InlineData("Соколов | Баня", "Белова | Баня")]
    [InlineData("Баня|Кузьмины|СОКОЛОВ", "Баня|Кузьмины|Белова")]
    [InlineData("Баня | Кузьмины | Дмитрий Соколов", "Баня | Кузьмины | Белова")]
    [InlineData("Баня | Кузьмины | Соколов Д.", "Баня | Кузьмины | Белова")]
    [InlineData("Баня | Римская-Корсакова А. Н.", "Баня | Белова")]
    [InlineData("Баня | Соколов и партнёры", null)]
    [InlineData("Соколов", null)]
    [InlineData("Соколова | Баня", null)]
    [InlineData("Баня | Кузьмины | Белова", null)]
    [InlineData("Баня", null)]
    public void It_is_the_part_that_names_him(string name, string? followed) => ResponsibleInName.HandedOver(name, NamingConventions.Standard, From, To).ShouldBe(followed);

    [Fact]
    public void The_separator_is_that_of_a_convention()
    {
        NamingConventions.TryCreate([NamingConvention.Parse(Guid.NewGuid(), "{client} / {responsible}", true)], NameLimits.List, out var slashed, out _).ShouldBeTrue();

        ResponsibleInName.HandedOver("Кузьмины / Соколов", slashed!, From, To).ShouldBe("Кузьмины / Белова");
        ResponsibleInName.HandedOver("Кузьмины / Соколов", NamingConventions.Standard, From, To).ShouldBeNull();
    }
}
