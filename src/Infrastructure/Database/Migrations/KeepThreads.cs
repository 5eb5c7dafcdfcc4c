using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// A reply in a thread names its root by number; the root keeps how its thread stands, so that a page needs no other row
/// for it. Both columns and the index stay empty for messages without threads. A mark is there for whoever has written in a
/// thread or opened it.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000024_KeepThreads")]
internal sealed class KeepThreads : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table entries
            add column thread bigint,
            add column replies jsonb;
        create index entries_thread on entries (organization_id, conversation_id, thread, number) where thread is not null;
        create index entries_roots on entries (organization_id, conversation_id, number) where replies is not null;

        -- Deleted replies were never counted among the main stream's messages.
        drop index entries_deleted;
        create index entries_deleted on entries (organization_id, conversation_id, number) where deleted_at is not null and thread is null;

        create table thread_marks (
            organization_id uuid not null,
            member_id uuid not null,
            conversation_id uuid not null,
            root bigint not null,
            number bigint not null,
            primary key (organization_id, member_id, conversation_id, root)
        ) with (fillfactor = 80);
        """);
}
