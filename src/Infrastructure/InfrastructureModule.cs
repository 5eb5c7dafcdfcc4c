using ClientChats.Application;
using ClientChats.Application.Bridges;
using ClientChats.Application.Conversations;
using ClientChats.Application.Crm;
using ClientChats.Application.Files;
using ClientChats.Application.Jobs;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Application.Naming;
using ClientChats.Application.Notifications;
using ClientChats.Application.Organizations;
using ClientChats.Infrastructure.Bridges;
using ClientChats.Infrastructure.Conversations;
using ClientChats.Infrastructure.Crm;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Files;
using ClientChats.Infrastructure.Jobs;
using ClientChats.Infrastructure.Kernel;
using ClientChats.Infrastructure.Limits;
using ClientChats.Infrastructure.Messages;
using ClientChats.Infrastructure.Messages.Search;
using ClientChats.Infrastructure.Notifications;
using ClientChats.Infrastructure.Organizations;
using ClientChats.Infrastructure.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using FileOptions = ClientChats.Infrastructure.Files.FileOptions;

namespace ClientChats.Infrastructure;

/// <summary>Registers what stands behind the ports: the database, secrets, the writer of messages, the outbox, the jobs.</summary>
public static class InfrastructureModule
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Databases(connectionString));
        services.AddDbContext<ClientChatsDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<Databases>().Requests, npgsql => npgsql.MigrationsHistoryTable("migrations").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)), optionsLifetime: ServiceLifetime.Singleton);
        services.AddScoped<IClientChatsDb>(provider => provider.GetRequiredService<ClientChatsDb>());
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped<IIdempotency, Idempotency>();
        services.AddSingleton<IServedOrganization, ServedOrganization>();
        services.AddSingleton<ISecrets, Secrets>();
        services.AddSingleton<IPasswords, Passwords>();
        services.AddSingleton<IAttempts, Attempts>();
        services.AddSingleton<IPaces, Paces>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<ISignIns>(provider => provider.GetRequiredService<SignIns>());
        services.AddSingleton<IHearsNotices>(provider => provider.GetRequiredService<SignIns>());
        services.AddScoped<IBridgeInbox, BridgeInbox>();
        services.AddSingleton<DevelopmentBridge>();
        services.AddSingleton<IMessengerBridge>(provider => provider.GetRequiredService<DevelopmentBridge>());
        services.AddSingleton<IDevelopmentOutgoing>(provider => provider.GetRequiredService<DevelopmentBridge>());
        services.AddSingleton<InboxLoop>();
        services.AddSingleton<IHearsNotices>(provider => provider.GetRequiredService<InboxLoop>());
        services.AddHostedService(provider => provider.GetRequiredService<InboxLoop>());
        services.AddSingleton<DevelopmentMailbox>();
        services.AddSingleton<IDevelopmentMailbox>(provider => provider.GetRequiredService<DevelopmentMailbox>());
        services.AddSingleton(MailerFor);
        services.AddScoped<IOutbox, OutboxQueue>();
        services.AddSingleton(_ => new OutboxKinds(typeof(ApplicationModule).Assembly));
        services.AddSingleton<OutboxLoop>();
        services.AddSingleton<IOutboxWaker>(provider => provider.GetRequiredService<OutboxLoop>());
        services.AddSingleton<IHearsNotices>(provider => provider.GetRequiredService<OutboxLoop>());
        services.AddHostedService(provider => provider.GetRequiredService<OutboxLoop>());

        services.AddSingleton<KnownPeople>();
        services.AddSingleton<IHearsNotices>(provider => provider.GetRequiredService<KnownPeople>());
        services.AddSingleton<IConversationList, ConversationList>();
        services.AddSingleton<IRadar, Radar>();
        services.AddSingleton<IReadMarks, ReadMarks>();
        services.AddSingleton<IAccessLog, AccessLog>();
        services.AddSingleton<IHistoryPreview, HistoryPreview>();
        services.AddSingleton<INamesSeen, NamesSeen>();
        services.AddSingleton<ThreadMarks>();
        services.AddSingleton<History>();
        services.AddSingleton<IHistory>(given => given.GetRequiredService<History>());
        services.AddSingleton<IThreads>(given => given.GetRequiredService<History>());
        services.AddSingleton<NewStatuses>();
        services.AddSingleton<IDecisions, Decisions>();
        services.AddSingleton<MessageSearch>();
        services.AddSingleton<FileSearch>();
        services.AddSingleton<NameSearch>();
        services.AddSingleton<ISearch, SearchAnswers>();
        services.AddSingleton<IPeopleByName, PeopleByName>();
        services.AddSingleton<WordsLoop>();
        services.AddSingleton<IHearsNotices>(provider => provider.GetRequiredService<WordsLoop>());
        services.AddHostedService(provider => provider.GetRequiredService<WordsLoop>());
        services.AddSingleton<ISight, SightQuestion>();
        services.AddSingleton<IMentionables, Mentionables>();
        services.AddSingleton<StandingQuestion>();
        services.AddSingleton<PostingRights>();
        services.AddSingleton<IHearsNotices>(provider => provider.GetRequiredService<PostingRights>());
        services.AddSingleton<IDrafts, Drafts>();
        services.AddSingleton<MessageWriter>();
        services.AddSingleton<IMessageLog>(provider => provider.GetRequiredService<MessageWriter>());
        services.AddHostedService(provider => provider.GetRequiredService<MessageWriter>());
        services.AddFiles();
        services.AddJobs();
        return services;
    }

    private static IMailer MailerFor(IServiceProvider provider) => provider.GetRequiredService<IOptions<SmtpOptions>>().Value.Host is { Length: > 0 }
        ? ActivatorUtilities.CreateInstance<SmtpMailer>(provider)
        : provider.GetRequiredService<IHostEnvironment>().IsDevelopment() ? provider.GetRequiredService<DevelopmentMailbox>() : new NoMailer();

    private static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton(provider => LimitsOf(provider.GetRequiredService<IOptions<FileOptions>>().Value));
        services.AddSingleton<IArrivals, Arrivals>();
        services.AddSingleton<IFileStore>(provider => provider.GetRequiredService<IOptions<FileOptions>>().Value.S3 is { Bucket.Length: > 0 } s3 ? new S3FileStore(s3) : ActivatorUtilities.CreateInstance<LocalFileStore>(provider));
        services.AddSingleton<IFileKeeper, FileKeeper>();
        services.AddSingleton<IFileSight, FileSight>();
        services.AddSingleton<AttachableFiles>();
        services.AddSingleton<ForwardableMessages>();
    }

    private static FileLimits LimitsOf(FileOptions options) => new(options.MaxSize, options.Quota);

    private static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobRuns>();
        services.AddSingleton<RunsOfThisNode>();
        services.AddSingleton<JobNotices>();
        services.AddSingleton<JobScheduler>();
        services.AddSingleton<IHearsNotices>(provider => provider.GetRequiredService<JobScheduler>());
        services.AddHostedService(provider => provider.GetRequiredService<JobScheduler>());
        services.AddScoped<IJobQueue, JobQueue>();
        services.AddScoped<IUpkeep, Upkeep>();
        services.AddSingleton<IJobHistory, JobHistory>();
        services.AddSingleton<IReadinessProbe, ReadinessProbe>();
    }
}
