namespace ClientChats.Application.Kernel;

/// <summary>What kind of secret a text is; shown in its first characters, so that scanners recognise a leaked one.</summary>
public enum SecretKind { Session, AccessToken, Invitation, PasswordReset, BridgeKey, BridgeSecret }

/// <summary>A secret as its bearer has it, and the hash by which we know it.</summary>
public sealed record Secret(string Text, byte[] Hash);

/// <summary>A secret that was shown to us: the organization it names and its hash.</summary>
public sealed record PresentedSecret(Guid OrganizationId, byte[] Hash);

/// <summary>Makes and reads secrets: 256 random bits behind the organization's id, kept as SHA-256 only.</summary>
public interface ISecrets
{
    Secret Make(SecretKind kind, Guid organizationId);

    /// <summary>Null where the text is not a secret of this kind.</summary>
    PresentedSecret? Read(SecretKind kind, string? text);

    /// <summary>Encrypts what we must be able to read again.</summary>
    string Protect(string text);

    /// <summary>Null where it was encrypted by a key that is lost.</summary>
    string? Unprotect(string text);
}

/// <summary>Hashes and checks passwords, at most one per core at a time; the others wait in a bounded queue.</summary>
public interface IPasswords
{
    Task<string> HashAsync(string password, CancellationToken ct);

    /// <summary>Whether the password fits, and the new hash where the stored one is of an older kind. A null hash costs as much time and never fits.</summary>
    Task<(bool Fits, string? Rehash)> CheckAsync(string? hash, string password, CancellationToken ct);
}
