using ClientChats.Application.Tests.Cast;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace ClientChats.Application.Tests.Database;

/// <summary>Migrations are written by hand, so the migrated schema is held against the model, and against the rule that everything is keyed by organization.</summary>
public sealed class SchemaTests(Bureau bureau) : IClassFixture<Bureau>
{
    /// <summary>Named by its own id; the list of migrations is not ours.</summary>
    private static readonly string[] NotKeyed = ["organizations", "migrations"];

    [Fact]
    public async Task Every_mapped_column_is_in_the_database_with_the_same_type_and_nullability()
    {
        var columns = await RowsAsync("""
            select c.table_name, c.column_name, format_type(a.atttypid, a.atttypmod), c.is_nullable = 'YES'
              from information_schema.columns c
              join pg_attribute a on a.attrelid = ('public.' || quote_ident(c.table_name))::regclass and a.attname = c.column_name
             where c.table_schema = 'public'
            """, row => (Key: (row.GetString(0), row.GetString(1)), Type: row.GetString(2), IsNullable: row.GetBoolean(3)));
        var actual = columns.ToDictionary(c => c.Key, c => (c.Type, c.IsNullable));

        var wanted = await ModelAsync(model => model.GetEntityTypes()
            .Where(entity => entity.GetTableName() is not null)
            .SelectMany(entity => entity.GetProperties().Select(property => (
                Key: (entity.GetTableName()!, property.GetColumnName()), Type: property.GetColumnType(), IsNullable: property.IsColumnNullable())))
            .ToList());

        wanted.ShouldNotBeEmpty();
        foreach (var (key, type, isNullable) in wanted)
        {
            actual.ShouldContainKey(key);
            actual[key].Type.ShouldBe(type, $"{key}");
            actual[key].IsNullable.ShouldBe(isNullable, $"{key}");
        }
    }

    [Fact]
    public async Task Every_mapped_table_has_no_column_that_the_model_does_not_know_and_that_must_be_filled()
    {
        var mapped = await ModelAsync(model => model.GetEntityTypes().Where(e => e.GetTableName() is not null)
            .GroupBy(e => e.GetTableName()!).ToDictionary(g => g.Key, g => g.SelectMany(e => e.GetProperties()).Select(p => p.GetColumnName()).ToHashSet()));
        var needed = await RowsAsync("select table_name, column_name from information_schema.columns where table_schema = 'public' and is_nullable = 'NO' and column_default is null", row => (Table: row.GetString(0), Column: row.GetString(1)));

        needed.Where(c => mapped.TryGetValue(c.Table, out var columns) && !columns.Contains(c.Column)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_mapped_table_has_the_primary_key_and_the_foreign_keys_of_the_model()
    {
        var actual = (await RowsAsync("""
            select c.conrelid::regclass::text, c.contype::text, coalesce(c.confrelid::regclass::text, '-'),
                   (select string_agg(a.attname, ',' order by k.position) from unnest(c.conkey) with ordinality k (number, position) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number)
              from pg_constraint c where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'f')
            """, row => $"{row.GetString(0)} {row.GetString(1)} {row.GetString(2)} {row.GetString(3)}")).ToHashSet();

        var wanted = await ModelAsync(model => model.GetEntityTypes().Where(e => e.GetTableName() is not null)
            .SelectMany(e => new[] { $"{e.GetTableName()} p - {Columns(e.FindPrimaryKey()!.Properties)}" }
                .Concat(e.GetForeignKeys().Select(f => $"{e.GetTableName()} f {f.PrincipalEntityType.GetTableName()} {Columns(f.Properties)}")))
            .ToList());

        wanted.Where(constraint => !actual.Contains(constraint)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_primary_key_and_every_unique_index_begins_with_the_organization()
    {
        var keys = await RowsAsync("""
            select i.indrelid::regclass::text, i.indexrelid::regclass::text, a.attname::text
              from pg_index i join pg_class t on t.oid = i.indrelid join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
             where i.indisunique and t.relnamespace = 'public'::regnamespace
            """, row => (Table: row.GetString(0), Index: row.GetString(1), First: row.GetString(2)));

        keys.Length.ShouldBeGreaterThan(30);
        keys.Where(key => key.First != "organization_id" && !NotKeyed.Contains(key.Table)).ShouldBeEmpty();
    }

    private static string Columns(IEnumerable<IProperty> properties) => string.Join(',', properties.Select(p => p.GetColumnName()));

    private Task<T> ModelAsync<T>(Func<IModel, T> read) => bureau.ReadAsync(db => Task.FromResult(read(db.Model)));

    private async Task<T[]> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(bureau.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var row = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await row.ReadAsync()) rows.Add(read(row));
        return [.. rows];
    }
}
