using ClientChats.Application.Kernel;
using ClientChats.Application.Notifications;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ClientChats.Api.Notifications;

/// <summary>The address that the operator has set or, without one, the one that the app listens on.</summary>
internal sealed class AppAddress(IOptions<ClientChatsOptions> options, IServer server, IHostApplicationLifetime lifetime) : IAppAddress
{
    public async Task<string> FindAsync(CancellationToken ct)
    {
        if (options.Value.PublicUrl is { Length: > 0 } set)
        {
            return Uri.TryCreate(set, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                ? set.TrimEnd('/')
                : throw new HopelessWorkException("ClientChats__PublicUrl is no web address, so links in mails would lead nowhere.");
        }

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);

        var listening = new UriBuilder(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        if (listening.Host is "0.0.0.0" or "[::]" or "+" or "*") listening.Host = "localhost";
        return listening.Uri.GetLeftPart(UriPartial.Authority);
    }
}
