using ClientChats.Application.Bridges;
using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Kernel;
using ClientChats.Infrastructure;
using ClientChats.Infrastructure.Limits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NSubstitute;
using FileOptions = ClientChats.Infrastructure.Files.FileOptions;

namespace ClientChats.Application.Tests.Cast;

/// <summary>The application and its database, without a web server: requests are sent to the mediator.</summary>
internal static class TestServices
{
    private static readonly Lazy<string> Folder = new(() => Directory.CreateTempSubdirectory("clientchats-files-").FullName);

    public static ServiceProvider Build(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddHttpContextAccessor();

        // The app never says that it has started, so no schedule runs beside a test.
        services.AddSingleton(Substitute.For<IHostApplicationLifetime>());
        services.AddApplication();
        services.AddInfrastructure(connectionString);
        services.Configure<LimitOptions>(limits => limits.Messages = limits.GuestMessages = limits.Searches = limits.BridgeEvents = 100_000);
        services.Configure<FileOptions>(files => files.Path = Folder.Value);
        services.AddScoped<ActingViewer>();
        services.AddScoped<IViewerContext>(provider => provider.GetRequiredService<ActingViewer>());
        services.AddSingleton<ILive, NobodyConnected>();
        services.AddSingleton<IPresence, NobodyConnected>();
        services.AddSingleton<IBridgeKinds, EveryKind>();
        services.AddSingleton<ISetupCode, NoSetupCode>();
        return services.BuildServiceProvider();
    }

    private sealed class NobodyConnected : ILive, IPresence
    {
        public Presence PresenceOf(Guid organizationId, Guid memberId) => Presence.Offline;

        public Guid[] ConnectedMembers(Guid organizationId) => [];

        public void Deliver(LiveEntries entries)
        {
        }
    }

    private sealed class EveryKind : IBridgeKinds
    {
        public bool Offers(string kind) => true;
    }

    private sealed class NoSetupCode : ISetupCode
    {
        public bool IsRequired => false;

        public bool Fits(string? code) => true;
    }
}

/// <summary>Whoever a test lets act in a scope.</summary>
internal sealed class ActingViewer : IViewerContext
{
    public Viewer? ViewerOrNull { get; set; }

    public Viewer Viewer => ViewerOrNull ?? throw new RefusedException(SessionRefusals.SignedOut);

    public Guid? SessionId => ViewerOrNull is null ? null : Guid.Empty;

    public string UserAgent => "tests";
}
