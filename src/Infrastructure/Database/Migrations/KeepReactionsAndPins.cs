using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000022_KeepReactionsAndPins")]
internal sealed class KeepReactionsAndPins : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table entries
            add column reactions jsonb,
            add column pinned_at timestamptz,
            add column pinned_by uuid;
        alter table conversations add column pins bigint[] not null default '{}';
        """);
}
