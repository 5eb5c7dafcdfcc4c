using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// Entries refer to their conversation without a foreign key, and nothing refers to a row of entries: older entries
/// are to move to an archive table, where (conversation, number) stays their name.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000004_CreateMessages")]
internal sealed class CreateMessages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table entries (
            organization_id uuid not null,
            conversation_id uuid not null,
            number bigint not null,
            revision bigint not null,
            created_revision bigint not null,
            count bigint not null,
            id uuid not null,
            author_id uuid,
            client_message_id uuid,
            created_at timestamptz not null,
            edited_at timestamptz,
            deleted_at timestamptz,
            reply_to bigint,
            text text,
            system jsonb,
            primary key (organization_id, conversation_id, number)
        );
        create index entries_changed on entries (organization_id, conversation_id, revision) where revision <> created_revision;
        create index entries_deleted on entries (organization_id, conversation_id, number) where deleted_at is not null;

        create table message_ids (
            organization_id uuid not null,
            author_id uuid not null,
            client_message_id uuid not null,
            conversation_id uuid not null,
            number bigint not null,
            content_hash bytea not null,
            primary key (organization_id, author_id, client_message_id)
        );
        """);
}
