using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// Names are searched in a table of their own: an index of their trigrams on conversations would be written anew with
/// every message, since a message moves its conversation's activity.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000012_KeepNamesApart")]
internal sealed class KeepNamesApart : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        drop index conversations_name;

        create table conversation_names (
            organization_id uuid not null,
            conversation_id uuid not null,
            name text not null,
            primary key (organization_id, conversation_id)
        );
        insert into conversation_names select organization_id, id, name from conversations where kind <> 'direct';
        create index conversation_names_name on conversation_names using gin (name gin_trgm_ops);

        create function keep_conversation_name()
        returns trigger language plpgsql as $$
        begin
            insert into conversation_names (organization_id, conversation_id, name) values (new.organization_id, new.id, new.name)
            on conflict (organization_id, conversation_id) do update set name = excluded.name;
            return null;
        end
        $$;
        create trigger conversations_keep_name after insert or update of name on conversations
            for each row when (new.kind <> 'direct') execute function keep_conversation_name();
        """);
}
