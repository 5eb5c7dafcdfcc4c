using ClientChats.Domain.Invitations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using ClientChats.Domain.Tests.Organizations;
using static ClientChats.Domain.Tests.Organizations.People;

namespace ClientChats.Domain.Tests.Invitations;

public sealed class InvitationTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly Viewer _olga = Who("Ольга", Role.Admin).AsViewer();
    private readonly Viewer _anna = Who("Анна", Role.Employee).AsViewer();
    private readonly Invitation _invitation;
    private readonly InvitationLink _link;

    public InvitationTests()
    {
        _invitation = Invite(Role.Guest, _olga);
        _link = InvitationLink.For(_invitation, [1], Monday);
        _invitation.TakeEvents();
    }

    [Fact]
    public void An_administrator_invites_by_address_name_and_role()
    {
        var invitation = Invite(Role.Employee, _olga);

        (invitation.Status, invitation.Delivery, invitation.ExpiresAt).ShouldBe((InvitationStatus.Pending, Delivery.Queued, Monday + Week));
        (invitation.EmailKey, invitation.FirstName, invitation.InvitedBy).ShouldBe(("maria@romashka.example", "Мария", _olga.MemberId));
        invitation.TakeEvents().ShouldBe([new InvitationChanged(Kontur, invitation.Id, InvitationStatus.Pending)]);
    }

    [Fact]
    public void Nobody_else_invites_resends_or_revokes_and_nobody_invites_an_owner()
    {
        new Action(() => Invite(Role.Guest, _anna)).ShouldBeRefused(InvitationRefusals.MayNotInvite);
        new Action(() => Invite(Role.Owner, _olga)).ShouldBeRefused(InvitationRefusals.OwnersAreNotInvited);
        new Action(() => _invitation.Resend(_anna, Week, Monday)).ShouldBeRefused(InvitationRefusals.MayNotInvite);
        new Action(() => _invitation.Revoke(_anna, Monday)).ShouldBeRefused(InvitationRefusals.MayNotInvite);
    }

    [Fact]
    public void A_link_works_once()
    {
        var maria = Guid.CreateVersion7();
        _invitation.Accept(_link, maria, Monday.AddDays(1));

        (_invitation.Status, _invitation.MemberId, _invitation.AcceptedAt).ShouldBe((InvitationStatus.Accepted, maria, Monday.AddDays(1)));
        new Action(() => _invitation.Accept(_link, maria, Monday)).ShouldBeRefused(InvitationRefusals.Used);
        new Action(() => _invitation.Revoke(_olga, Monday)).ShouldBeRefused(InvitationRefusals.AlreadyAccepted);
        new Action(() => _invitation.Resend(_olga, Week, Monday)).ShouldBeRefused(InvitationRefusals.AlreadyAccepted);
    }

    [Fact]
    public void It_is_over_by_its_time_whether_that_is_recorded_or_not()
    {
        _invitation.StatusAt(Monday + Week - TimeSpan.FromTicks(1)).ShouldBe(InvitationStatus.Pending);
        _invitation.StatusAt(Monday + Week).ShouldBe(InvitationStatus.Expired);
        new Action(() => _invitation.Accept(_link, Guid.Empty, Monday + Week)).ShouldBeRefused(InvitationRefusals.Expired).Facts["expiresAt"].ShouldBe(Monday + Week);
        _invitation.Status.ShouldBe(InvitationStatus.Pending);

        _invitation.Expire(Monday + Week - TimeSpan.FromTicks(1));
        _invitation.Status.ShouldBe(InvitationStatus.Pending);
        _invitation.Expire(Monday + Week);
        _invitation.Expire(Monday + Week);

        _invitation.TakeEvents().ShouldBe([new InvitationChanged(Kontur, _invitation.Id, InvitationStatus.Expired)]);
        new Action(() => _invitation.RefuseUnlessGood(_link, Monday)).ShouldBeRefused(InvitationRefusals.Expired);
    }

    [Fact]
    public void A_new_link_takes_the_place_of_the_old_one_and_counts_its_time_anew()
    {
        var boris = Who("Борис", Role.Owner).AsViewer();
        _invitation.NotDelivered("550 no such user");
        _invitation.AskAgain(Monday.AddDays(8));

        _invitation.Resend(boris, Week, Monday.AddDays(9));
        _link.Replace(Monday.AddDays(9));

        (_invitation.Status, _invitation.Delivery, _invitation.DeliveryError, _invitation.AskedAgainAt).ShouldBe((InvitationStatus.Pending, Delivery.Queued, null, null));
        (_invitation.ExpiresAt, _invitation.InvitedBy).ShouldBe((Monday.AddDays(16), boris.MemberId));
        new Action(() => _invitation.Accept(_link, Guid.Empty, Monday.AddDays(9))).ShouldBeRefused(InvitationRefusals.Replaced);
        _invitation.RefuseUnlessGood(InvitationLink.For(_invitation, [2], Monday), Monday.AddDays(9));
    }

    [Fact]
    public void Once_revoked_it_stays_so()
    {
        _invitation.Revoke(_olga, Monday);
        _invitation.Revoke(_olga, Monday.AddDays(1));

        (_invitation.Status, _invitation.RevokedAt, _invitation.RevokedBy).ShouldBe((InvitationStatus.Revoked, Monday, _olga.MemberId));
        new Action(() => _invitation.Accept(_link, Guid.Empty, Monday)).ShouldBeRefused(InvitationRefusals.Revoked);
        new Action(() => _invitation.Resend(_olga, Week, Monday)).ShouldBeRefused(InvitationRefusals.AlreadyRevoked);
        _invitation.StatusAt(Monday.AddYears(1)).ShouldBe(InvitationStatus.Revoked);
    }

    [Fact]
    public void Asking_for_a_new_link_helps_where_the_old_one_is_over_and_counts_once()
    {
        _invitation.AskAgain(Monday);
        _invitation.AskedAgainAt.ShouldBeNull();
        _invitation.TakeEvents().ShouldBeEmpty();

        _invitation.AskAgain(Monday + Week);
        _invitation.AskAgain(Monday.AddDays(8));

        (_invitation.Status, _invitation.AskedAgainAt).ShouldBe((InvitationStatus.Expired, Monday + Week));
    }

    [Fact]
    public void How_far_the_mail_has_come_stands_beside_the_status()
    {
        _invitation.NotDelivered(new string('!', 600));
        (_invitation.Delivery, _invitation.DeliveryError!.Length, _invitation.Status).ShouldBe((Delivery.Failed, 500, InvitationStatus.Pending));

        _invitation.Delivered();
        (_invitation.Delivery, _invitation.DeliveryError).ShouldBe((Delivery.Sent, null));
        _invitation.TakeEvents().Count.ShouldBe(2);
    }

    private static Invitation Invite(Role role, Viewer by) =>
        Invitation.Send(Guid.CreateVersion7(), EmailAddress.Parse("Maria@Romashka.example"), new PersonName("Мария", "Ромашкина"), role, by, Week, Monday);
}
