using System.Security.Cryptography;
using System.Text;
using ClientChats.Application.Organizations;

namespace ClientChats.Api.Start;

/// <summary>A code that is printed at start while the installation is not set up; in Development none is needed.</summary>
internal sealed class SetupCode(IHostEnvironment environment) : ISetupCode
{
    public string Text { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)).ToLowerInvariant();

    public bool IsRequired => !environment.IsDevelopment();

    public bool Fits(string? code) =>
        !IsRequired || code is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code.Trim().ToLowerInvariant()), Encoding.UTF8.GetBytes(Text));
}
