using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ClientChats.Infrastructure.Organizations;

/// <summary>PBKDF2 with HMAC-SHA-512 (the framework's format 3), as many at a time as there are cores.</summary>
internal sealed class Passwords : IPasswords, IDisposable
{
    private const int Iterations = 210_000;
    private const int MostWaiting = 64;

    private static readonly Refusal Busy = Refusal.TooMany("session.busy", "Too many people are signing in at this moment.", "Сейчас входит слишком много людей.");

    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);
    private readonly object _nobody = new();
    private readonly Lazy<string> _nobodysHash;
    private int _waiting;

    public Passwords() => _nobodysHash = new Lazy<string>(() => _hasher.HashPassword(_nobody, "nobody's password"));

    public Task<string> HashAsync(string password, CancellationToken ct) => InTurnAsync(() => _hasher.HashPassword(_nobody, password), ct);

    public Task<(bool Fits, string? Rehash)> CheckAsync(string? hash, string password, CancellationToken ct) => InTurnAsync<(bool, string?)>(() =>
    {
        var verdict = _hasher.VerifyHashedPassword(_nobody, hash ?? _nobodysHash.Value, password);
        if (hash is null || verdict == PasswordVerificationResult.Failed) return (false, null);
        return (true, verdict == PasswordVerificationResult.SuccessRehashNeeded ? _hasher.HashPassword(_nobody, password) : null);
    }, ct);

    public void Dispose() => _cores.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken ct)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new RefusedException(Busy) { RetryAfter = TimeSpan.FromSeconds(5) };
        }

        try
        {
            await _cores.WaitAsync(ct);
            try
            {
                return await Task.Run(work, ct);
            }
            finally
            {
                _cores.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
