using System.Reflection;
using ClientChats.Application.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Infrastructure.Outbox;

/// <summary>The kinds of outbox work that somebody does, by the name of their type.</summary>
internal sealed class OutboxKinds(Assembly workers)
{
    private readonly Dictionary<string, OutboxWork> _kinds = workers.GetTypes()
        .SelectMany(type => type.GetInterfaces())
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDoesWork<>))
        .Select(i => i.GetGenericArguments()[0])
        .Distinct()
        .ToDictionary(work => work.Name, OutboxWork.Of);

    public OutboxWork? Find(string kind) => _kinds.GetValueOrDefault(kind);
}

/// <summary>One kind of outbox work, and who does it.</summary>
internal abstract class OutboxWork
{
    public static OutboxWork Of(Type work) => (OutboxWork)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(work))!;

    public abstract Type Type { get; }

    public abstract Task DoAsync(IServiceProvider services, Guid organizationId, Guid workId, object work, CancellationToken ct);

    public abstract Task GiveUpAsync(IServiceProvider services, Guid organizationId, object work, string failure, CancellationToken ct);

    private sealed class Typed<TWork> : OutboxWork where TWork : notnull
    {
        public override Type Type => typeof(TWork);

        public override Task DoAsync(IServiceProvider services, Guid organizationId, Guid workId, object work, CancellationToken ct) =>
            services.GetRequiredService<IDoesWork<TWork>>().DoAsync(organizationId, workId, (TWork)work, ct);

        public override Task GiveUpAsync(IServiceProvider services, Guid organizationId, object work, string failure, CancellationToken ct) =>
            services.GetRequiredService<IDoesWork<TWork>>().GiveUpAsync(organizationId, (TWork)work, failure, ct);
    }
}
