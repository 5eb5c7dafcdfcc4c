using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Files;

/// <summary>Whoever can write somewhere may upload. An employee can always open a chat; a guest, and whoever only checks the work of others, must be in one. A picture of himself is everybody's right.</summary>
internal sealed class UploadRight(IClientChatsDb db, IPaces paces)
{
    public async Task TakeAsync(Viewer uploader, bool isAvatar, CancellationToken ct)
    {
        await paces.TakeTurnAsync(Pace.Uploads, uploader.MemberId, FileRefusals.TooMany, ct);
        if (isAvatar || uploader.IsEmployee && !uploader.IsQualityControl) return;

        var writes = await (
            from seen in db.VisibleConversations(uploader.OrganizationId, uploader.MemberId)
            join conversation in db.Conversations on new { seen.OrganizationId, seen.Id } equals new { conversation.OrganizationId, conversation.Id }
            where conversation.ArchivedAt == null && conversation.Members.Any(member => member.MemberId == uploader.MemberId)
            select conversation.Id).AnyAsync(ct);
        Refuse.Unless(writes, FileRefusals.MayNotUpload);
    }
}
