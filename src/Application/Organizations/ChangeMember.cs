using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>An administrator changes a member's role, duties, own numbers, CRM users, company or status.</summary>
public sealed record ChangeMember(
    Guid MemberId, Given<Role?> Role, Given<IReadOnlyList<Duty>> Duties, Given<IReadOnlyList<string>> Phones, Given<IReadOnlyList<string>> CrmUserIds,
    Given<string> Company, Given<MemberStatus?> Status) : ICommand<MemberView>, IChangesVisibility, IForAdministrators
{
    private const int MaxCompanyLength = 200;
    private const int MaxPhoneLength = 40;

    internal sealed class Validator : AbstractValidator<ChangeMember>
    {
        public Validator()
        {
            RuleFor(x => x.Role.Value).NotNull().IsInEnum().When(x => x.Role.IsGiven).OverridePropertyName(nameof(Role));
            RuleFor(x => x.Status.Value).NotNull().IsInEnum().When(x => x.Status.IsGiven).OverridePropertyName(nameof(Status));
            RuleFor(x => x.Duties.Value).AtMost(3).OverridePropertyName(nameof(Duties));
            RuleFor(x => x.Phones.Value).AtMost(MemberPhone.MaxPerMember).OverridePropertyName(nameof(Phones));
            RuleForEach(x => x.Phones.Value).NotBlank().MaximumLength(MaxPhoneLength).OverridePropertyName(nameof(Phones));
            RuleFor(x => x.CrmUserIds.Value).AtMost(MemberCrmUser.MaxPerMember).OverridePropertyName(nameof(CrmUserIds));
            RuleForEach(x => x.CrmUserIds.Value).NotBlank().MaximumLength(MemberCrmUser.MaxIdLength).OverridePropertyName(nameof(CrmUserIds));
            RuleFor(x => x.Company.Value).MaximumLength(MaxCompanyLength).OverridePropertyName(nameof(Company));
        }
    }

    internal sealed class Handler(IClientChatsDb db, MemberAccess access, IViewerContext current, TimeProvider time) : ICommandHandler<ChangeMember, MemberView>
    {
        public async Task<MemberView> Handle(ChangeMember command, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            Refuse.If(current.SessionId is null && (command.Role.IsGiven || command.Duties.IsGiven), MemberRefusals.NotByToken);

            await db.LockMemberAsync(viewer.OrganizationId, command.MemberId, cancellationToken);
            var member = await access.FindAsync(command.MemberId, viewer, cancellationToken);
            var owners = await access.CountOwnersAsync(viewer.OrganizationId, cancellationToken);

            if (command.Status.Value is MemberStatus.Active) member.Reactivate(viewer);
            if (command.Role.Value is { } role) member.ChangeRole(role, viewer, owners);
            if (command.Duties.IsGiven) TakeDuties(member, command.Duties.Value ?? [], viewer);
            if (command.Company.IsGiven) member.WorkFor(TidyOrNull(command.Company.Value));
            if (command.Phones.IsGiven) member.AnswerFrom(await ReadAsync(command.Phones.Value ?? [], viewer.OrganizationId, cancellationToken));
            if (command.CrmUserIds.IsGiven) member.WorkAs([.. (command.CrmUserIds.Value ?? []).Select(PersonName.Tidy)]);
            if (command.Status.Value is MemberStatus.Deactivated) member.Deactivate(viewer, owners, time.GetUtcNow());

            await db.FlushAsync(cancellationToken);
            return MemberView.Of(member, viewer, await access.CountOwnersAsync(viewer.OrganizationId, cancellationToken));
        }

        private static void TakeDuties(Member member, IReadOnlyList<Duty> duties, Viewer by) =>
            member.TakeDuties(duties.Contains(Duty.Supervisor), duties.Contains(Duty.QualityControl), duties.Contains(Duty.ReceivesNewClients), by);

        private async Task<IReadOnlyCollection<string>> ReadAsync(IReadOnlyList<string> phones, Guid organizationId, CancellationToken ct)
        {
            var country = await db.Organizations.Where(o => o.Id == organizationId).Select(o => o.Country).SingleAsync(ct);
            return [.. phones.Select(phone => PhoneNumber.TryNormalize(phone, country, out var number)
                ? number
                : throw new RefusedException(MemberRefusals.PhoneInvalid) { Field = "phones" }).Distinct()];
        }

        private static string? TidyOrNull(string? text) => PersonName.Tidy(text ?? "") is { Length: > 0 } tidy ? tidy : null;
    }
}
