using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// A list counts the mentions after one's mark only in conversations whose last mention lies after it, by an index that
/// holds nothing but messages with mentions.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000028_KeepMentions")]
internal sealed class KeepMentions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table entries add column mentions jsonb;
        alter table conversations add column last_mention_number bigint not null default 0;
        create index entries_with_mentions on entries (organization_id, conversation_id, number) where mentions is not null;

        create function calls(mentions jsonb, member uuid, conversation uuid)
        returns boolean language sql stable parallel safe as $$
            select mentions @> jsonb_build_array(jsonb_build_object('of', member)) or mentions @> jsonb_build_array(jsonb_build_object('of', conversation))
        $$;
        """);
}
