using System.Diagnostics;

namespace ClientChats.Tests;

/// <summary>The app in the environment Development: mail stays in its mailbox, where its links can be followed.</summary>
public class DevelopmentApp(TestPostgres postgres) : TestApp(postgres)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected override string Environment => "Development";

    /// <summary>Waits for the newest mail to an address, as soon as there are so many.</summary>
    public async Task<Json> MailToAsync(string address, int count = 1)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(20))
        {
            var mails = await MailsToAsync(address);
            if (mails.Count >= count) return mails[0];
        }

        throw new ShouldAssertException($"{address} got fewer than {count} mails.");
    }

    public async Task<IReadOnlyList<Json>> MailsToAsync(string address) =>
        (await Nikolai.GetAsync($"/development/mailbox?limit=200&to={Uri.EscapeDataString(address)}")).Expect(200).Items;

    /// <summary>Returns when the outbox has done everything that there was to do.</summary>
    public async Task OutboxIsDoneAsync()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(20))
        {
            if (await AskSqlAsync<long>("select count(*) from outbox where parked_at is null") == 0) return;
        }

        throw new ShouldAssertException("The outbox still has work to do.");
    }

    /// <summary>The secret in the link of the newest mail to an address.</summary>
    public async Task<string> LinkToAsync(string address, int count = 1) => (await MailToAsync(address, count))["links"][0].Text.Split('#')[1];
}
