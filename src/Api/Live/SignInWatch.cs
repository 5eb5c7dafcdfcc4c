using ClientChats.Application.Organizations;

namespace ClientChats.Api.Live;

/// <summary>Closes the connections of sign-ins that have run out while nobody did anything; nothing else would tell of it.</summary>
internal sealed class SignInWatch(LiveConnections connections, ISignIns signIns, TimeProvider time, ILogger<SignInWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Asks the database only of those that have run out as far as is known here.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var doubtful = connections.All.Where(connection => connection.SignIn.IsOver(now)).ToList();
        if (doubtful.Count == 0) return;

        var known = (await signIns.RefreshAsync([.. doubtful.Select(connection => connection.SignIn).DistinctBy(signIn => signIn.Id)], ct)).ToDictionary(signIn => signIn.Id);
        foreach (var connection in doubtful)
        {
            if (known.TryGetValue(connection.SignIn.Id, out var fresh) && !fresh.IsOver(now)) connection.SignIn = fresh;
            else connection.Abort();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Sign-ins of open connections could not be looked at; they are looked at again soon.");
            }
        }
    }
}
