using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000025_KeepFinalVersions")]
internal sealed class KeepFinalVersions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table entries add column finals jsonb;
        create index entries_finals on entries (organization_id, conversation_id, number) where finals is not null;
        """);
}
