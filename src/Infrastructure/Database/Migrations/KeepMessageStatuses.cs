using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>The column and both indexes stay empty for messages without a status.</remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000031_KeepMessageStatuses")]
internal sealed class KeepMessageStatuses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table entries add column status jsonb;
        create index entries_open_decisions on entries (organization_id, conversation_id, number) where status ->> 'status' = 'needsDecision';
        create index entries_statuses on entries (organization_id, conversation_id, number) where status is not null;
        """);
}
