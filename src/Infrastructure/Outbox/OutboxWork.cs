using ClientChats.Application;
using ClientChats.Application.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Infrastructure.Outbox;

/// <summary>One kind of outbox work, named after its type, and who does it.</summary>
internal abstract class OutboxWork
{
    private static readonly Dictionary<string, OutboxWork> Kinds = typeof(ApplicationModule).Assembly.GetTypes()
        .SelectMany(type => type.GetInterfaces())
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDoesWork<>))
        .Select(i => i.GetGenericArguments()[0])
        .Distinct()
        .ToDictionary(work => work.Name, work => (OutboxWork)Activator.CreateInstance(typeof(Of<>).MakeGenericType(work))!);

    public abstract Type Type { get; }

    public static OutboxWork Find(string kind) => Kinds.GetValueOrDefault(kind) ?? throw new InvalidOperationException($"Nobody does {kind}.");

    public abstract Task DoAsync(IServiceProvider services, Guid organizationId, Guid workId, object work, CancellationToken ct);

    public abstract Task GiveUpAsync(IServiceProvider services, Guid organizationId, object work, string failure, CancellationToken ct);

    private sealed class Of<TWork> : OutboxWork where TWork : notnull
    {
        public override Type Type => typeof(TWork);

        public override Task DoAsync(IServiceProvider services, Guid organizationId, Guid workId, object work, CancellationToken ct) =>
            services.GetRequiredService<IDoesWork<TWork>>().DoAsync(organizationId, workId, (TWork)work, ct);

        public override Task GiveUpAsync(IServiceProvider services, Guid organizationId, object work, string failure, CancellationToken ct) =>
            services.GetRequiredService<IDoesWork<TWork>>().GiveUpAsync(organizationId, (TWork)work, failure, ct);
    }
}
