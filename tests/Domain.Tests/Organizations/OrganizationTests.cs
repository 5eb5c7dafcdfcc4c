using ClientChats.Domain.Organizations;
using static ClientChats.Domain.Tests.Organizations.People;

namespace ClientChats.Domain.Tests.Organizations;

public sealed class OrganizationTests
{
    private readonly Organization _kontur = Organization.Found(Kontur, " Студия\t«Контур» ", "ru", "Europe/Moscow", "RU", Monday);

    [Fact]
    public void Its_version_moves_with_what_changes_and_only_then()
    {
        _kontur.Describe("Студия «Контур»", "ru", "Europe/Moscow", "RU");
        _kontur.InviteFor(7);
        _kontur.ReadResponsibilityFrom(Responsibility.Contact);
        _kontur.Version.ShouldBe(1);

        _kontur.Describe("Контур", "en", "Europe/Moscow", "RU");
        _kontur.InviteFor(3);

        _kontur.Version.ShouldBe(3);
        _kontur.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_by_which_sight_is_decided_is_told()
    {
        _kontur.ReadResponsibilityFrom(Responsibility.Either);
        _kontur.OverseeDirects(true, Who("Николай", Role.Owner).AsViewer());

        _kontur.TakeEvents().ShouldBe([new SightRulesChanged(Kontur), new SightRulesChanged(Kontur)]);
    }

    [Fact]
    public void Oversight_of_direct_chats_is_the_owners_to_decide()
    {
        var olga = Who("Ольга", Role.Admin).AsViewer();

        new Action(() => _kontur.OverseeDirects(true, olga)).ShouldBeRefused(OrganizationRefusals.OwnersOnly);
        _kontur.OverseeDirects(false, olga);
        _kontur.OverseeClientDirects.ShouldBeFalse();
    }
}
