using System.Collections.Concurrent;
using ClientChats.Application.Kernel;

namespace ClientChats.Application.Tests.Outbox;

/// <summary>Work of the tests: something that is brought somewhere.</summary>
internal sealed record Letter(string Text);

/// <summary>Work with a secret in it.</summary>
internal sealed record SecretLetter(string Text) : ICarriesSecret;

/// <summary>What was brought and given up, and what a test wants to happen on the way.</summary>
internal sealed class Deliveries
{
    public ConcurrentQueue<string> Begun { get; } = new();

    public ConcurrentQueue<string> Done { get; } = new();

    public ConcurrentQueue<(string Text, string Failure)> GivenUp { get; } = new();

    public Func<string, CancellationToken, Task> OnTheWay { get; set; } = (_, _) => Task.CompletedTask;
}

internal sealed class Postman(Deliveries deliveries) : IDoesWork<Letter>, IDoesWork<SecretLetter>
{
    public Task DoAsync(Guid organizationId, Guid workId, Letter work, CancellationToken ct) => BringAsync(work.Text, ct);

    public Task DoAsync(Guid organizationId, Guid workId, SecretLetter work, CancellationToken ct) => BringAsync(work.Text, ct);

    public Task GiveUpAsync(Guid organizationId, Letter work, string failure, CancellationToken ct)
    {
        deliveries.GivenUp.Enqueue((work.Text, failure));
        return Task.CompletedTask;
    }

    private async Task BringAsync(string text, CancellationToken ct)
    {
        deliveries.Begun.Enqueue(text);
        await deliveries.OnTheWay(text, ct);
        deliveries.Done.Enqueue(text);
    }
}
