using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientChats.Application.Kernel;
using Microsoft.AspNetCore.DataProtection;
using Secret = ClientChats.Application.Kernel.Secret;

namespace ClientChats.Infrastructure.Kernel;

/// <summary>A secret reads <c>cc?_</c>, the organization's id in 22 and 256 random bits in 43 characters of base64url.</summary>
internal sealed class Secrets(IDataProtectionProvider protection) : ISecrets
{
    private const int OrganizationLength = 22;
    private const int RandomLength = 43;

    private readonly IDataProtector _protector = protection.CreateProtector("ClientChats.Secrets");

    public Secret Make(SecretKind kind, Guid organizationId)
    {
        var text = Prefix(kind) + Base64Url.EncodeToString(organizationId.ToByteArray(bigEndian: true)) + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return new Secret(text, Hash(text));
    }

    public PresentedSecret? Read(SecretKind kind, string? text)
    {
        var prefix = Prefix(kind);
        if (text is null || text.Length != prefix.Length + OrganizationLength + RandomLength || !text.StartsWith(prefix, StringComparison.Ordinal)) return null;

        Span<byte> organization = stackalloc byte[16];
        return Base64Url.TryDecodeFromChars(text.AsSpan(prefix.Length, OrganizationLength), organization, out var written) && written == 16
            ? new PresentedSecret(new Guid(organization, bigEndian: true), Hash(text))
            : null;
    }

    public string Protect(string text) => _protector.Protect(text);

    public string? Unprotect(string text)
    {
        try
        {
            return _protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string Prefix(SecretKind kind) => kind switch
    {
        SecretKind.Session => "ccs_",
        SecretKind.AccessToken => "cct_",
        SecretKind.Invitation => "cci_",
        SecretKind.PasswordReset => "ccr_",
        SecretKind.BridgeKey => "cck_",
        SecretKind.BridgeSecret => "ccb_",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
