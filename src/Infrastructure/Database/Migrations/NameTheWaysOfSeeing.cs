using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// What lets a member see a conversation as one of a group gets a name each. conversation_sight asks them of everybody,
/// standing_of of one member and one conversation, which it finds by four keys instead of by the whole view.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000011_NameTheWaysOfSeeing")]
internal sealed class NameTheWaysOfSeeing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create function is_overseen_by(c conversations, m members)
        returns boolean language sql immutable parallel safe as $$
            select c.is_overseen and m.role <> 'guest' and (m.is_supervisor or m.is_quality_control)
        $$;

        create function is_unlinked_for(c conversations, m members)
        returns boolean language sql immutable parallel safe as $$
            select c.is_unlinked and m.role <> 'guest' and m.receives_new_clients
        $$;

        create function is_public_for(c conversations, m members)
        returns boolean language sql immutable parallel safe as $$
            select c.is_public and m.role <> 'guest'
        $$;

        create or replace view conversation_sight as
            select a.organization_id, a.member_id, a.conversation_id, a.history_floor, 'row' as via, c.last_activity_at
              from conversation_access a
              join members m on m.organization_id = a.organization_id and m.id = a.member_id and m.status = 'active'
              left join conversations c on c.organization_id = a.organization_id and c.id = a.conversation_id
            union all
            select c.organization_id, m.id, c.id, 0::bigint, 'overseen', c.last_activity_at
              from conversations c join members m on m.organization_id = c.organization_id and m.status = 'active' and is_overseen_by(c, m)
            union all
            select c.organization_id, m.id, c.id, 0::bigint, 'unlinked', c.last_activity_at
              from conversations c join members m on m.organization_id = c.organization_id and m.status = 'active' and is_unlinked_for(c, m)
            union all
            select c.organization_id, m.id, c.id, 0::bigint, 'public', c.last_activity_at
              from conversations c join members m on m.organization_id = c.organization_id and m.status = 'active' and is_public_for(c, m);

        create or replace function standing_of(organization uuid, conversation uuid, member uuid)
        returns table (kind text, is_archived boolean, access_version bigint, member_version bigint, role text,
                       is_supervisor boolean, is_quality_control boolean, receives_new_clients boolean, display_name text,
                       sees boolean, is_member boolean, is_owner boolean, is_responsible boolean, receives_it boolean,
                       is_overseer boolean, is_manager boolean, history_floor bigint)
        language sql stable parallel safe as $$
            select c.kind, c.archived_at is not null, c.access_version, m.access_version, m.role,
                   m.is_supervisor, m.is_quality_control, m.receives_new_clients, m.first_name || ' ' || m.last_name,
                   a.member_id is not null or is_overseen_by(c, m) or is_unlinked_for(c, m) or is_public_for(c, m),
                   coalesce(a.by_membership, false), h.owner_id is not distinct from m.id, coalesce(a.by_responsibility, false),
                   is_unlinked_for(c, m), is_overseen_by(c, m),
                   m.role in ('owner', 'admin') and (c.is_client_chat and c.kind <> 'direct' or c.kind in ('group', 'channel') and h.owner_id is null),
                   case when is_overseen_by(c, m) or is_unlinked_for(c, m) or is_public_for(c, m) then 0 else coalesce(a.history_floor, 0) end
              from conversations c
              join members m on m.organization_id = organization and m.id = member and m.status = 'active'
              left join chats h on h.organization_id = organization and h.id = conversation
              left join conversation_access a on a.organization_id = organization and a.member_id = member and a.conversation_id = conversation
             where c.organization_id = organization and c.id = conversation
        $$;
        """);
}
