using ClientChats.Application.Kernel;
using ClientChats.Application.Notifications;

namespace ClientChats.Infrastructure.Notifications;

/// <summary>Says that nobody has told us a mail server; the mail waits for an operator who does.</summary>
internal sealed class NoMailer : IMailer
{
    public Task<string?> SendAsync(Guid organizationId, Guid workId, Mail mail, CancellationToken ct) =>
        throw new HopelessWorkException("No mail server is set: set ClientChats__Smtp__Host, then send this again.");
}
