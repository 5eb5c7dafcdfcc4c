using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using ClientChats.Application.Kernel;
using ClientChats.Application.Notifications;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClientChats.Infrastructure.Notifications;

/// <summary>Hands mail to a mail server. What the server refuses for good is told; everything else is worth another try.</summary>
internal sealed class SmtpMailer(IOptions<SmtpOptions> settings, ILogger<SmtpMailer> log) : IMailer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<string?> SendAsync(Guid organizationId, Guid workId, Mail mail, CancellationToken ct)
    {
        var options = settings.Value;
        if (!MailAddress.TryCreate(options.From, out var from)) throw new HopelessWorkException("ClientChats__Smtp__From is not an address, so nobody can be named as the sender.");

        using var message = MessageOf(mail, from, workId);
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.UseTls, DeliveryFormat = SmtpDeliveryFormat.International };
        if (options.User is not null) client.Credentials = new NetworkCredential(options.User, options.Password);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
            return null;
        }
        catch (SmtpException failure) when (IsForGood(failure.StatusCode))
        {
            log.LogWarning("The mail server refuses a mail for good: {Answer}", failure.Message);
            return failure.Message;
        }
        catch (Exception failure) when (failure is OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server {options.Host} did not answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    /// <summary>What a server says of this mail or its receiver, not of how we came to it.</summary>
    private static bool IsForGood(SmtpStatusCode answer) => answer is
        SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.ExceededStorageAllocation
        or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.TransactionFailed;

    private static MailMessage MessageOf(Mail mail, MailAddress from, Guid workId)
    {
        var message = new MailMessage(from, new MailAddress(mail.To)) { Subject = mail.Subject, SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8 };
        message.Headers.Add("Message-ID", $"<{workId}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }
}
