using ClientChats.Application.Files;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Files;

/// <remarks>
/// The row of a file is written before its content is put into the store, and under a lock on the content, so that the
/// sweep, which holds the same lock, never takes a content away that somebody has just begun to refer to.
/// </remarks>
internal sealed class FileKeeper(Databases databases, IFileStore store, IArrivals arrivals, FileLimits limits) : IFileKeeper
{
    private const int Batch = 500;

    private const string TakeRoom = """
        insert into file_usage as u (organization_id, bytes) select $1, $2 where $2 <= $3
        on conflict (organization_id) do update set bytes = u.bytes + excluded.bytes where u.bytes + excluded.bytes <= $3
        returning bytes
        """;

    private const string FreeRoom = "update file_usage set bytes = greatest(bytes - $2, 0) where organization_id = $1";

    private const string CountRoom = """
        update file_usage set bytes =
               coalesce((select sum(f.size) from files f where f.organization_id = $1), 0)
             + coalesce((select sum(p.size) from file_uploads p where p.organization_id = $1 and not exists (select from files f where f.organization_id = $1 and f.id = p.id)), 0)
         where organization_id = $1
        """;

    private const string CountWaiting = """
        select (select count(*) from files where organization_id = $1 and uploader_id = $2 and attached_at is null)
             + (select count(*) from file_uploads where organization_id = $1 and uploader_id = $2)
        """;

    private const string LockContent = "select pg_advisory_xact_lock(hashtextextended('content ' || $1::text || $2, 0))";

    private const string InsertFile = """
        insert into files (organization_id, id, uploader_id, name, size, content_type, declared_type, sha256, width, height, state, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'arriving', $11)
        on conflict (organization_id, id) do nothing
        """;

    private const string Leftovers = """
        delete from files f where ctid = any (array(
            select ctid from files f
             where f.organization_id = $1 and (f.attached_at is null and f.created_at < $2
                   or f.attached_at is not null and not exists (select from entry_files h where h.organization_id = $1 and h.file_id = f.id)
                       and not exists (select from conversations c where c.organization_id = $1 and c.avatar_id = f.id)
                       and not exists (select from members m where m.organization_id = $1 and m.avatar_id = f.id))
             limit $3))
        returning size
        """;

    private const string LeftUploads = """
        delete from file_uploads p where p.organization_id = $1 and p.created_at < $2
        returning p.id, case when exists (select from files f where f.organization_id = $1 and f.id = p.id) then 0 else p.size end
        """;

    public async Task<long> UsedAsync(Guid organizationId, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand("select coalesce((select bytes from file_usage where organization_id = $1), 0)");
        Fill(command, organizationId);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task<long> RoomAsync(Guid organizationId, CancellationToken ct) => Math.Max(0, limits.Quota - await UsedAsync(organizationId, ct));

    public async Task BeginAsync(FileUpload upload, CancellationToken ct)
    {
        await using var connection = await databases.Requests.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await TakeRoomAsync(connection, upload.OrganizationId, upload.UploaderId, upload.Size, ct);
        await RunAsync(
            connection, "insert into file_uploads (organization_id, id, uploader_id, name, declared_type, size, created_at) values ($1, $2, $3, $4, $5, $6, $7)", ct,
            upload.OrganizationId, upload.Id, upload.UploaderId, upload.Name, upload.DeclaredType, upload.Size, upload.CreatedAt.ToUniversalTime());
        await transaction.CommitAsync(ct);
    }

    public async Task KeepAsync(StoredFile file, bool finishes, CancellationToken ct)
    {
        await using var connection = await databases.Requests.OpenConnectionAsync(ct);
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            if (!finishes) await TakeRoomAsync(connection, file.OrganizationId, file.UploaderId, file.Size, ct);
            await RunAsync(connection, LockContent, ct, file.OrganizationId, file.Sha256);
            await RunAsync(
                connection, InsertFile, ct, file.OrganizationId, file.Id, file.UploaderId, file.Name, file.Size, file.ContentType, file.DeclaredType, file.Sha256, file.Width, file.Height,
                file.CreatedAt.ToUniversalTime());
            await transaction.CommitAsync(ct);
        }

        await store.KeepAsync(file.OrganizationId, file.Sha256, arrivals.PathOf(file.Id), ct);
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            await RunAsync(connection, "update files set state = 'ready' where organization_id = $1 and id = $2", ct, file.OrganizationId, file.Id);
            await RunAsync(connection, "delete from file_uploads where organization_id = $1 and id = $2", ct, file.OrganizationId, file.Id);
            await transaction.CommitAsync(ct);
        }

        arrivals.Drop(file.Id);
    }

    public async Task EndAsync(FileUpload upload, CancellationToken ct)
    {
        await using var connection = await databases.Requests.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var ended = await RunAsync(connection, "delete from file_uploads where organization_id = $1 and id = $2", ct, upload.OrganizationId, upload.Id);
        if (ended == 1) await RunAsync(connection, FreeRoom, ct, upload.OrganizationId, upload.Size);
        await transaction.CommitAsync(ct);
    }

    public async Task<SweptFiles> SweepAsync(Guid organizationId, DateTimeOffset before, CancellationToken ct)
    {
        var uploads = await SweepUploadsAsync(organizationId, before, ct);
        var files = 0;
        while (await SweepFilesAsync(organizationId, before, ct) is > 0 and var swept) files += swept;
        var contents = await SweepContentsAsync(organizationId, ct);
        foreach (var left in arrivals.LeftBefore(before)) arrivals.Drop(left);
        return new SweptFiles(uploads, files, contents);
    }

    private async Task<int> SweepUploadsAsync(Guid organizationId, DateTimeOffset before, CancellationToken ct)
    {
        var left = new List<Guid>();
        await using var connection = await databases.Requests.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await RunAsync(connection, "select from file_usage where organization_id = $1 for update", ct, organizationId);
        await using (var command = Fill(new NpgsqlCommand(LeftUploads, connection), organizationId, before.ToUniversalTime()))
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct)) left.Add(row.GetGuid(0));
        }

        await RunAsync(connection, CountRoom, ct, organizationId);
        await transaction.CommitAsync(ct);
        foreach (var id in left) arrivals.Drop(id);
        return left.Count;
    }

    private async Task<int> SweepFilesAsync(Guid organizationId, DateTimeOffset before, CancellationToken ct)
    {
        await using var connection = await databases.Requests.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await RunAsync(connection, "select from file_usage where organization_id = $1 for update", ct, organizationId);
        var (count, freed) = (0, 0L);
        await using (var command = Fill(new NpgsqlCommand(Leftovers, connection), organizationId, before.ToUniversalTime(), Batch))
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            for (; await row.ReadAsync(ct); count++) freed += row.GetInt64(0);
        }

        if (count > 0) await RunAsync(connection, FreeRoom, ct, organizationId, freed);
        await transaction.CommitAsync(ct);
        return count;
    }

    private async Task<int> SweepContentsAsync(Guid organizationId, CancellationToken ct)
    {
        var swept = 0;
        var together = new List<string>(Batch);
        await foreach (var content in store.ListAsync(organizationId, ct))
        {
            together.Add(content.Sha256);
            if (together.Count < Batch) continue;
            swept += await SweepContentsAsync(organizationId, together, ct);
            together.Clear();
        }

        return swept + await SweepContentsAsync(organizationId, together, ct);
    }

    private async Task<int> SweepContentsAsync(Guid organizationId, List<string> contents, CancellationToken ct)
    {
        const string Unused = "select c from unnest($2::text[]) c where not exists (select from files f where f.organization_id = $1 and f.sha256 = c)";
        var unused = await AskAsync(Unused, organizationId, contents.ToArray(), ct);
        foreach (var content in unused)
        {
            await using var connection = await databases.Requests.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await RunAsync(connection, LockContent, ct, organizationId, content);
            await using var still = Fill(new NpgsqlCommand("select exists (select from files where organization_id = $1 and sha256 = $2)", connection), organizationId, content);
            if (!(bool)(await still.ExecuteScalarAsync(ct))!) await store.DeleteAsync(organizationId, content, ct);
            await transaction.CommitAsync(ct);
        }

        return unused.Count;
    }

    private async Task<List<string>> AskAsync(string question, Guid organizationId, string[] contents, CancellationToken ct)
    {
        var answers = new List<string>();
        await using var command = Fill(databases.Requests.CreateCommand(question), organizationId, contents);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) answers.Add(row.GetString(0));
        return answers;
    }

    private async Task TakeRoomAsync(NpgsqlConnection connection, Guid organizationId, Guid uploaderId, long bytes, CancellationToken ct)
    {
        await using (var taking = Fill(new NpgsqlCommand(TakeRoom, connection), organizationId, bytes, limits.Quota))
            Refuse.If(await taking.ExecuteScalarAsync(ct) is null, FileRefusals.QuotaReached);
        await using var counting = Fill(new NpgsqlCommand(CountWaiting, connection), organizationId, uploaderId);
        Refuse.If((long)(await counting.ExecuteScalarAsync(ct))! >= StoredFile.MostWaiting, FileRefusals.TooManyWaiting);
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string statement, CancellationToken ct, params object?[] values)
    {
        await using var command = Fill(new NpgsqlCommand(statement, connection), values);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlCommand Fill(NpgsqlCommand command, params object?[] values)
    {
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
