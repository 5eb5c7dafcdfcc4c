using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>A member, guests included, shows another picture of himself.</summary>
public sealed record ChangeOwnAvatar(Guid FileId) : ICommand<MeView>, IForMembers
{
    internal sealed class Validator : AbstractValidator<ChangeOwnAvatar>
    {
        public Validator() => RuleFor(x => x.FileId).NotEmpty();
    }

    internal sealed class Handler(IClientChatsDb db, Avatars avatars, IViewerContext current) : ICommandHandler<ChangeOwnAvatar, MeView>
    {
        public async Task<MeView> Handle(ChangeOwnAvatar command, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            await avatars.ExamineAsync(command.FileId, viewer, cancellationToken);
            await avatars.HoldAsync(command.FileId, viewer, cancellationToken);
            var member = await db.Members.SingleAsync(m => m.OrganizationId == viewer.OrganizationId && m.Id == viewer.MemberId, cancellationToken);
            member.ShowPicture(command.FileId);
            await db.FlushAsync(cancellationToken);
            return await db.ReadMeAsync(viewer.OrganizationId, viewer.MemberId, cancellationToken);
        }
    }
}
