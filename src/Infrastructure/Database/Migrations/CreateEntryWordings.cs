using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000014_CreateEntryWordings")]
internal sealed class CreateEntryWordings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table entry_wordings (
            organization_id uuid not null,
            conversation_id uuid not null,
            number bigint not null,
            revision bigint not null,
            text text not null,
            at timestamptz not null,
            primary key (organization_id, conversation_id, number, revision)
        );
        """);
}
