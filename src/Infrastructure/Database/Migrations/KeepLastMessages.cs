using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// A page of the list is read from conversations alone: each keeps the beginning of its last message, which the
/// statement that appends, edits or deletes it writes too, and the bridge that mirrors it. The ways of seeing give whole
/// conversations, so that none is looked up a second time.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000010_KeepLastMessages")]
internal sealed class KeepLastMessages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table conversations
            add column bridge_id uuid,
            add column last_message_author_id uuid,
            add column last_message_text text,
            add column last_message_at timestamptz,
            add column last_message_deleted_at timestamptz;

        update conversations c
           set bridge_id = b.bridge_id, last_message_author_id = e.author_id, last_message_text = left(e.text, 200),
               last_message_at = e.created_at, last_message_deleted_at = e.deleted_at
          from conversations k
          left join bridged_chats b on b.organization_id = k.organization_id and b.id = k.id
          left join entries e on e.organization_id = k.organization_id and e.conversation_id = k.id and e.number = k.last_message_number
         where k.organization_id = c.organization_id and k.id = c.id and (b.id is not null or e.id is not null);

        drop function overseen_by;
        drop function unlinked_for;
        drop function public_for;

        -- The ways of seeing one by one, each with its conversations whole: only from these does a list read the newest
        -- by the index and stop. What each yields is what conversation_sight says of the same way.
        create function rows_of(organization uuid, member uuid)
        returns table (conversation conversations, history_floor bigint)
        language sql stable parallel safe as $$
            select c, a.history_floor
              from conversation_access a
              join members m on m.organization_id = a.organization_id and m.id = a.member_id and m.status = 'active'
              join conversations c on c.organization_id = a.organization_id and c.id = a.conversation_id
             where a.organization_id = organization and a.member_id = member
        $$;

        create function overseen_by(organization uuid, member uuid)
        returns table (conversation conversations, history_floor bigint)
        language sql stable parallel safe as $$
            select c, 0::bigint
              from conversations c
             where c.organization_id = organization and c.is_overseen
               and exists (select from members m where m.organization_id = organization and m.id = member and m.status = 'active' and m.role <> 'guest'
                                                   and (m.is_supervisor or m.is_quality_control))
        $$;

        create function unlinked_for(organization uuid, member uuid)
        returns table (conversation conversations, history_floor bigint)
        language sql stable parallel safe as $$
            select c, 0::bigint
              from conversations c
             where c.organization_id = organization and c.is_unlinked
               and exists (select from members m where m.organization_id = organization and m.id = member and m.status = 'active' and m.role <> 'guest'
                                                   and m.receives_new_clients)
        $$;

        create function public_for(organization uuid, member uuid)
        returns table (conversation conversations, history_floor bigint)
        language sql stable parallel safe as $$
            select c, 0::bigint
              from conversations c
             where c.organization_id = organization and c.is_public
               and exists (select from members m where m.organization_id = organization and m.id = member and m.status = 'active' and m.role <> 'guest')
        $$;
        """);
}
