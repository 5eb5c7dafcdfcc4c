using ClientChats.Domain.Organizations;
using static ClientChats.Domain.Tests.Organizations.People;

namespace ClientChats.Domain.Tests.Organizations;

public sealed class MemberTests
{
    private readonly Member _nikolai = Who("Николай", Role.Owner);
    private readonly Member _olga = Who("Ольга", Role.Admin);
    private readonly Member _anna = Who("Анна", Role.Employee);
    private readonly Member _maria = Who("Мария", Role.Guest);

    [Fact]
    public void An_admin_makes_an_employee_an_admin_and_it_is_told()
    {
        _anna.ChangeRole(Role.Admin, _olga.AsViewer(), activeOwners: 1);

        _anna.Role.ShouldBe(Role.Admin);
        _anna.AccessVersion.ShouldBe(1);
        _anna.TakeEvents().ShouldBe([new MemberStandingChanged(Kontur, _anna.Id, Role.Employee, Role.Admin, WasActive: true, IsActive: true)]);
    }

    [Fact]
    public void Nothing_happens_where_nothing_changes()
    {
        _anna.ChangeRole(Role.Employee, _maria.AsViewer(), 1);
        _anna.TakeDuties(false, false, false, _maria.AsViewer());
        _anna.Reactivate(_maria.AsViewer());
        _anna.Introduce(new PersonName("Анна", "Зуев"));
        _anna.AnswerFrom([]);
        _anna.WorkAs([]);
        _anna.WorkFor(null);

        _anna.TakeEvents().ShouldBeEmpty();
        _anna.AccessVersion.ShouldBe(0);
    }

    [Fact]
    public void Only_an_owner_does_anything_to_an_owner_or_makes_one()
    {
        new Action(() => _nikolai.ChangeRole(Role.Guest, _olga.AsViewer(), 2)).ShouldBeRefused(MemberRefusals.OwnersOnly);
        new Action(() => _nikolai.Deactivate(_olga.AsViewer(), 2, Monday)).ShouldBeRefused(MemberRefusals.OwnersOnly);
        new Action(() => _nikolai.TakeDuties(true, false, false, _olga.AsViewer())).ShouldBeRefused(MemberRefusals.OwnersOnly);
        new Action(() => _anna.ChangeRole(Role.Owner, _olga.AsViewer(), 1)).ShouldBeRefused(MemberRefusals.OwnersOnly);

        _anna.ChangeRole(Role.Owner, _nikolai.AsViewer(), 1);
        _anna.Role.ShouldBe(Role.Owner);
    }

    [Fact]
    public void Nobody_changes_his_own_role_or_shuts_himself_out()
    {
        new Action(() => _olga.ChangeRole(Role.Employee, _olga.AsViewer(), 1)).ShouldBeRefused(MemberRefusals.NotYourself);
        new Action(() => _olga.Deactivate(_olga.AsViewer(), 1, Monday)).ShouldBeRefused(MemberRefusals.NotYourself);
        _olga.TakeDuties(supervisor: true, false, false, _olga.AsViewer());
        _olga.IsSupervisor.ShouldBeTrue();
    }

    [Fact]
    public void The_last_owner_stays_one()
    {
        var other = Who("Пётр", Role.Owner);

        new Action(() => _nikolai.ChangeRole(Role.Admin, other.AsViewer(), activeOwners: 1)).ShouldBeRefused(MemberRefusals.LastOwner);
        new Action(() => _nikolai.Deactivate(other.AsViewer(), activeOwners: 1, Monday)).ShouldBeRefused(MemberRefusals.LastOwner);

        _nikolai.Deactivate(other.AsViewer(), activeOwners: 2, Monday);
        _nikolai.ChangeRole(Role.Admin, other.AsViewer(), activeOwners: 1);
        (_nikolai.Status, _nikolai.Role, _nikolai.DeactivatedAt).ShouldBe((MemberStatus.Deactivated, Role.Admin, Monday));
    }

    [Theory]
    [InlineData(Role.Employee), InlineData(Role.Guest)]
    public void Who_is_no_administrator_changes_nobody(Role role)
    {
        var by = Who("Глеб", role).AsViewer();

        new Action(() => _anna.ChangeRole(Role.Guest, by, 1)).ShouldBeRefused(MemberRefusals.MayNotManage);
        new Action(() => _anna.TakeDuties(true, true, true, by)).ShouldBeRefused(MemberRefusals.MayNotManage);
        new Action(() => _anna.Deactivate(by, 1, Monday)).ShouldBeRefused(MemberRefusals.MayNotManage);
        _anna.AbilitiesOf(by, 1).ShouldBe(new MemberAbilities(ChangeRole: false, ChangeDuties: false, Deactivate: false, Reactivate: false, Write: role == Role.Employee));
    }

    [Fact]
    public void Who_becomes_a_guest_loses_what_only_employees_have()
    {
        _anna.TakeDuties(true, true, true, _olga.AsViewer());
        _anna.AnswerFrom(["+79120000001", "+79120000002"]);
        _anna.WorkAs(["amocrm:1"]);
        _anna.TakeEvents();

        _anna.ChangeRole(Role.Guest, _olga.AsViewer(), 1);

        (_anna.IsSupervisor, _anna.IsQualityControl, _anna.ReceivesNewClients).ShouldBe((false, false, false));
        _anna.Phones.ShouldBeEmpty();
        _anna.CrmUsers.ShouldBeEmpty();
        var events = _anna.TakeEvents();
        events.OfType<MemberNumbersChanged>().Single().Phones.ShouldBe(["+79120000001", "+79120000002"], ignoreOrder: true);
        events.OfType<MemberCrmUsersChanged>().Single().CrmUserIds.ShouldBe(["amocrm:1"]);
        events.OfType<MemberStandingChanged>().Single().To.ShouldBe(Role.Guest);
    }

    [Fact]
    public void A_guest_has_a_company_and_neither_duties_nor_numbers_nor_crm_users()
    {
        _maria.WorkFor("Ромашка");
        _maria.Company.ShouldBe("Ромашка");

        new Action(() => _maria.TakeDuties(true, false, false, _olga.AsViewer())).ShouldBeRefused(MemberRefusals.GuestsHaveNoDuties);
        new Action(() => _maria.AnswerFrom(["+79120000001"])).ShouldBeRefused(MemberRefusals.GuestsHaveNoNumbers);
        new Action(() => _maria.WorkAs(["amocrm:1"])).ShouldBeRefused(MemberRefusals.GuestsAreNoCrmUsers);
        new Action(() => _anna.WorkFor("Ромашка")).ShouldBeRefused(MemberRefusals.OnlyGuestsHaveCompany);

        _maria.ChangeRole(Role.Employee, _olga.AsViewer(), 1);
        _maria.Company.ShouldBeNull();
    }

    [Fact]
    public void Of_replaced_numbers_those_are_told_that_came_or_went()
    {
        _anna.AnswerFrom(["+79120000001", "+79120000002"]);
        _anna.TakeEvents();

        _anna.AnswerFrom(["+79120000002", "+79120000003", "+79120000003"]);

        _anna.Phones.Select(phone => phone.Phone).ShouldBe(["+79120000002", "+79120000003"]);
        _anna.TakeEvents().OfType<MemberNumbersChanged>().Single().Phones.ShouldBe(["+79120000001", "+79120000003"], ignoreOrder: true);
    }

    [Fact]
    public void Abilities_say_what_would_not_be_refused()
    {
        _anna.AbilitiesOf(_olga.AsViewer(), 1).ShouldBe(new MemberAbilities(true, true, Deactivate: true, Reactivate: false, Write: true));
        _maria.AbilitiesOf(_olga.AsViewer(), 1).ShouldBe(new MemberAbilities(true, ChangeDuties: false, Deactivate: true, Reactivate: false, Write: true));
        _nikolai.AbilitiesOf(_olga.AsViewer(), 1).ShouldBe(new MemberAbilities(false, false, false, false, Write: true));
        _olga.AbilitiesOf(_maria.AsViewer(), 1).Write.ShouldBeTrue();
        _anna.AbilitiesOf(_maria.AsViewer(), 1).Write.ShouldBeFalse();
        _olga.AbilitiesOf(_olga.AsViewer(), 1).ShouldBe(new MemberAbilities(false, ChangeDuties: true, false, false, Write: false));

        _anna.Deactivate(_olga.AsViewer(), 1, Monday);
        _anna.AbilitiesOf(_olga.AsViewer(), 1).ShouldBe(new MemberAbilities(true, true, Deactivate: false, Reactivate: true, Write: false));
    }
}
