using System.Globalization;
using ClientChats.Api.Authentication;
using ClientChats.Api.Bridges;
using ClientChats.Api.Channels;
using ClientChats.Api.Chats;
using ClientChats.Api.Conversations;
using ClientChats.Api.Crm;
using ClientChats.Api.Development;
using ClientChats.Api.Files;
using ClientChats.Api.Http;
using ClientChats.Api.Invitations;
using ClientChats.Api.Health;
using ClientChats.Api.Jobs;
using ClientChats.Api.Live;
using ClientChats.Api.Messages;
using ClientChats.Api.Naming;
using ClientChats.Api.Notifications;
using ClientChats.Api.Organizations;
using ClientChats.Api.Start;
using ClientChats.Api.Web;
using ClientChats.Application;
using ClientChats.Application.Bridges;
using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Application.Notifications;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure;
using ClientChats.Infrastructure.Limits;
using ClientChats.Infrastructure.Notifications;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using FileOptions = ClientChats.Infrastructure.Files.FileOptions;

namespace ClientChats.Api;

/// <summary>Puts the application together: services, the way of a request, routes.</summary>
internal static class ClientChatsApp
{
    private const int LargestBody = 1_000_000;

    public static void AddClientChats(this WebApplicationBuilder builder, string connectionString, string dataPath)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });

        var services = builder.Services;
        services.AddApplication(builder.Configuration["ClientChats:AutoMapper:LicenseKey"]);
        services.AddInfrastructure(connectionString);
        services.AddDataProtection().SetApplicationName("ClientChats").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(dataPath, "keys")));

        services.AddHttpContextAccessor();
        services.AddScoped<ViewerContext>();
        services.AddScoped<IViewerContext>(provider => provider.GetRequiredService<ViewerContext>());
        services.AddAuthentication(SignInAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, SignInAuthentication>(SignInAuthentication.SchemeName, null);
        services.AddAntiforgery(options =>
        {
            options.HeaderName = EndpointRules.AntiforgeryHeader;
            options.Cookie.Name = "clientchats-antiforgery";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        services.AddSingleton<IBridgeKinds, BridgeKinds>();
        services.AddScoped<BatchSaving>();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<ISetupCode>(provider => provider.GetRequiredService<SetupCode>());
        services.Configure<ClientChatsOptions>(builder.Configuration.GetSection(ClientChatsOptions.Section));
        services.Configure<LimitOptions>(builder.Configuration.GetSection(LimitOptions.Section));
        services.Configure<FileOptions>(builder.Configuration.GetSection(FileOptions.Section));
        services.PostConfigure<FileOptions>(files => files.Path = Path.GetFullPath(files.Path ?? "files", dataPath));
        services.Configure<SmtpOptions>(builder.Configuration.GetSection(SmtpOptions.Section));
        services.AddSingleton<IAppAddress, AppAddress>();

        services.AddExceptionHandler<Problems>();
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.AddApiDescription();
        services.AddLive();
    }

    public static void UseClientChats(this WebApplication app)
    {
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en")),
            SupportedUICultures = [CultureInfo.GetCultureInfo("ru"), CultureInfo.GetCultureInfo("en")],
            SupportedCultures = [CultureInfo.InvariantCulture],
            RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()],
        });
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => Problems.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode, Problems.RefusalOf(context.HttpContext.Response.StatusCode)));
        app.Use(RequestText.CheckAsync);
        app.UseRouting();
        app.UseAuthentication();
        app.UseWebApp();
        app.Use(EndpointRules.HoldAsync);

        var api = app.MapGroup("/api/v1");
        api.MapSessions();
        api.MapMe();
        api.MapTokens();
        api.MapOrganization();
        api.MapMembers();
        api.MapInvitations();
        api.MapDevelopmentMailbox(app.Environment);
        api.MapConversations();
        api.MapMessages();
        api.MapFiles();
        api.MapDrafts();
        api.MapSearch();
        api.MapChats();
        api.MapChannels();
        api.MapNaming();
        api.MapCrm();
        api.MapBridges();
        api.MapDevelopment(app.Environment, app.Services.GetRequiredService<IOptions<ClientChatsOptions>>());
        app.MapHub<LiveHub>("/live").WithoutAntiforgery().OwnPagesOnly().Scope(Scopes.ReadConversations);
        api.MapJobs();
        app.MapHealth();
        app.MapOpenApi("/openapi/v1.json");
        app.MapWebApp();
    }

    private static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR(options =>
        {
            options.AddFilter<LiveFilter>();
            options.MaximumReceiveMessageSize = 8 * 1024;
        }).AddJsonProtocol(options => Json.Configure(options.PayloadSerializerOptions));
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<HubLifetimeManager<LiveHub>>(provider => provider.GetRequiredService<LiveConnections>());
        services.AddSingleton<LiveDispatcher>();
        services.AddSingleton<LivePresence>();
        services.AddSingleton<IPresence>(provider => provider.GetRequiredService<LivePresence>());
        services.AddSingleton<ILive>(provider => provider.GetRequiredService<LiveDispatcher>());
        services.AddSingleton<IHearsNotices>(provider => provider.GetRequiredService<LiveDispatcher>());
        services.AddHostedService(provider => provider.GetRequiredService<LiveDispatcher>());
        services.AddSingleton<SignInWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<SignInWatch>());
    }
}
