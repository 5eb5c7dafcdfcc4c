using ClientChats.Application.Kernel;
using Npgsql;

namespace ClientChats.Infrastructure.Database;

/// <summary>The installation serves the organization that was founded first.</summary>
internal sealed class ServedOrganization(Databases databases) : IServedOrganization
{
    private Guid? _served;

    public async ValueTask<Guid?> FindAsync(CancellationToken ct)
    {
        if (_served is { } known) return known;
        await using NpgsqlCommand command = databases.Requests.CreateCommand("select id from organizations order by created_at, id limit 1");
        return _served = await command.ExecuteScalarAsync(ct) as Guid?;
    }

    public void Forget() => _served = null;
}
