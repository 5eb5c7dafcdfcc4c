namespace ClientChats.Application.Notifications;

/// <summary>A mail to one address, as text and as HTML.</summary>
public sealed record Mail(string To, string Subject, string Text, string Html);

/// <summary>Sends mail. The id of the work that sends it stays the same when it is tried again, so that its receiver can drop a repeat.</summary>
public interface IMailer
{
    /// <returns>Null where the mail was taken; otherwise why this address will take it neither now nor later.</returns>
    Task<string?> SendAsync(Guid organizationId, Guid workId, Mail mail, CancellationToken ct);
}

/// <summary>Where this app is found by a browser.</summary>
public interface IAppAddress
{
    /// <summary>The address without a slash at its end; it is known once the app listens.</summary>
    Task<string> FindAsync(CancellationToken ct);
}
