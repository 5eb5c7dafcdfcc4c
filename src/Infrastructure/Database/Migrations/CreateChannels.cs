using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// Whether a channel is public is the channel's; conversations.is_public becomes what the other flags are, the stored result
/// of audience_of, so that opening and closing a channel is logged, told and counted like every other change of sight.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000015_CreateChannels")]
internal sealed class CreateChannels : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table channels (
            organization_id uuid not null,
            id uuid not null,
            visibility text not null check (visibility in ('private', 'public')),
            description_version integer not null,
            responsible_member_id uuid,
            work text,
            starts_on date,
            ends_on date,
            summary text,
            text text,
            primary key (organization_id, id),
            foreign key (organization_id, id) references conversations (organization_id, id),
            check (ends_on >= starts_on)
        );

        create table channel_administrators (
            organization_id uuid not null,
            channel_id uuid not null,
            member_id uuid not null,
            appointed_at timestamptz not null,
            primary key (organization_id, channel_id, member_id),
            foreign key (organization_id, channel_id) references channels (organization_id, id),
            foreign key (organization_id, member_id) references members (organization_id, id)
        );
        create index channel_administrators_member on channel_administrators (organization_id, member_id);

        -- What administrators of the organization manage without reading it.
        create function is_for_managers(c conversations)
        returns boolean language sql stable parallel safe as $$
            select c.is_client_chat and c.kind <> 'direct'
                or c.kind = 'group' and not exists (select from chats h where h.organization_id = c.organization_id and h.id = c.id and h.owner_id is not null)
                or c.kind = 'channel' and not exists (select from channel_administrators d where d.organization_id = c.organization_id and d.channel_id = c.id)
        $$;

        drop function standing_of;
        create function standing_of(organization uuid, conversation uuid, member uuid)
        returns table (kind text, is_archived boolean, access_version bigint, member_version bigint, role text,
                       is_supervisor boolean, is_quality_control boolean, receives_new_clients boolean, display_name text,
                       sees boolean, is_member boolean, is_owner boolean, is_channel_administrator boolean, is_open boolean, is_responsible boolean, receives_it boolean,
                       is_overseer boolean, is_manager boolean, history_floor bigint)
        language sql stable parallel safe as $$
            select c.kind, c.archived_at is not null, c.access_version, m.access_version, m.role,
                   m.is_supervisor, m.is_quality_control, m.receives_new_clients, m.first_name || ' ' || m.last_name,
                   a.member_id is not null or is_overseen_by(c, m) or is_unlinked_for(c, m) or is_public_for(c, m),
                   coalesce(a.by_membership, false), h.owner_id is not distinct from m.id, d.member_id is not null, is_public_for(c, m), coalesce(a.by_responsibility, false),
                   is_unlinked_for(c, m), is_overseen_by(c, m),
                   m.role in ('owner', 'admin') and is_for_managers(c),
                   case when is_overseen_by(c, m) or is_unlinked_for(c, m) or is_public_for(c, m) then 0 else coalesce(a.history_floor, 0) end
              from conversations c
              join members m on m.organization_id = organization and m.id = member and m.status = 'active'
              left join chats h on h.organization_id = organization and h.id = conversation
              left join channel_administrators d on d.organization_id = organization and d.channel_id = conversation and d.member_id = member
              left join conversation_access a on a.organization_id = organization and a.member_id = member and a.conversation_id = conversation
             where c.organization_id = organization and c.id = conversation
        $$;

        create or replace function audience_of(organization uuid, conversation uuid)
        returns table (member_id uuid, audience text, rule text, history_floor bigint, participant_id uuid, external_id text)
        language sql stable parallel safe as $$
            with c as (
                select * from conversations where organization_id = organization and id = conversation
            ), clients as (
                select p.participant_id from present_clients p where p.organization_id = organization and p.conversation_id = conversation
                union
                select c.last_client_id from c
                 where exists (select from participants p where p.organization_id = organization and p.id = c.last_client_id and p.is_client)
                   and not exists (select from present_clients n where n.organization_id = organization and n.conversation_id = conversation)
            ), responsibles as (
                select r.member_id, l.participant_id, l.external_id
                  from c, clients
                  join participant_contacts l on l.organization_id = organization and l.participant_id = clients.participant_id
                  join contact_responsibles r on r.organization_id = organization and r.external_id = l.external_id
                 where c.access_mode = 'crm'
            )
            select cm.member_id, null::text, 'member', cm.history_floor, null::uuid, null::text
              from c
              join conversation_members cm on cm.organization_id = organization and cm.conversation_id = conversation
              join members m on m.organization_id = organization and m.id = cm.member_id
             where c.kind <> 'bridged' or m.role = 'guest'
            union all
            select null, 'public', 'publicChannel', 0, null, null from channels h where h.organization_id = organization and h.id = conversation and h.visibility = 'public'
            union all
            select null, 'overseen', 'oversight', 0, null, null
              from c
             where c.is_client_chat
               and (c.kind <> 'direct' or (select o.oversee_client_directs from organizations o where o.id = organization))
            union all
            select r.member_id, null, 'responsible', 0, r.participant_id, r.external_id from responsibles r
            union all
            select null, 'unlinked', 'unlinked', 0, null, null
              from c
             where c.access_mode = 'crm' and not exists (select from responsibles)
        $$;

        create or replace function refresh_access(organization uuid, changed uuid[], why text, by_member uuid)
        returns table (conversation_id uuid, member_id uuid, audience text, change text)
        language plpgsql volatile as $$
        #variable_conflict use_column
        begin
            perform lock_facts(organization);
            perform from conversations c where c.organization_id = organization and c.id = any (changed) order by c.id for no key update;
            return query
            with target as materialized (
                select c.id as conversation_id, a.member_id, a.audience, a.rule, a.history_floor
                  from conversations c, lateral audience_of(organization, c.id) a
                 where c.organization_id = organization and c.id = any (changed)
            ), wanted as materialized (
                select t.conversation_id, t.member_id,
                       bool_or(t.rule = 'member') as by_membership, bool_or(t.rule = 'responsible') as by_responsibility,
                       min(t.history_floor) as history_floor
                  from target t where t.member_id is not null group by t.conversation_id, t.member_id
            ), present as materialized (
                select a.* from conversation_access a where a.organization_id = organization and a.conversation_id = any (changed)
            ), flags as materialized (
                select c.id, c.is_public as was_public, c.is_overseen as was_overseen, c.is_unlinked as was_unlinked, c.last_number, c.last_revision, c.message_count,
                       c.unlinked_number, c.unlinked_count,
                       exists (select from target t where t.conversation_id = c.id and t.audience = 'public') as is_public,
                       exists (select from target t where t.conversation_id = c.id and t.audience = 'overseen') as is_overseen,
                       exists (select from target t where t.conversation_id = c.id and t.audience = 'unlinked') as is_unlinked,
                       c.client_count as had_clients,
                       (select count(*) from present_clients p where p.organization_id = organization and p.conversation_id = c.id)::integer as has_clients
                  from conversations c where c.organization_id = organization and c.id = any (changed)
            ), lost as (
                delete from conversation_access a using present p
                 where a.organization_id = organization and a.member_id = p.member_id and a.conversation_id = p.conversation_id
                   and not exists (select from wanted w where w.conversation_id = p.conversation_id and w.member_id = p.member_id)
                returning a.conversation_id, a.member_id
            ), gained as (
                insert into conversation_access as a (organization_id, member_id, conversation_id, by_membership, by_responsibility, history_floor, read_number, read_count, is_set_back)
                select organization, w.member_id, w.conversation_id, w.by_membership, w.by_responsibility, w.history_floor,
                       case when not seen.before then f.last_number
                            when seen.unlinked then greatest(had.number, f.unlinked_number)
                            else coalesce(had.number, f.last_number) end,
                       case when not seen.before then f.message_count
                            when seen.unlinked then greatest(had.count, f.unlinked_count)
                            else coalesce(had.count, f.message_count) end,
                       seen.before and coalesce(had.is_set_back, false)
                  from wanted w
                  join flags f on f.id = w.conversation_id
                  join members m on m.organization_id = organization and m.id = w.member_id
                  left join read_marks had on had.organization_id = organization and had.member_id = w.member_id and had.conversation_id = w.conversation_id
                 cross join lateral (
                       select m.role <> 'guest' and (f.was_public or f.was_overseen and (m.is_supervisor or m.is_quality_control)
                                                      or f.was_unlinked and m.receives_new_clients) as before,
                              m.role <> 'guest' and f.was_unlinked and m.receives_new_clients as unlinked) seen
                 where not exists (select from present p where p.conversation_id = w.conversation_id and p.member_id = w.member_id)
                returning a.conversation_id, a.member_id
            ), taken_over as (
                delete from read_marks r using gained g
                 where r.organization_id = organization and r.member_id = g.member_id and r.conversation_id = g.conversation_id
            ), closed as (
                delete from read_marks r using flags f, members m
                 where f.was_public and not f.is_public and r.organization_id = organization and r.conversation_id = f.id
                   and m.organization_id = organization and m.id = r.member_id
                   and not (f.is_overseen and (m.is_supervisor or m.is_quality_control) or f.is_unlinked and m.receives_new_clients)
            ), reasoned as (
                update conversation_access a
                   set by_membership = w.by_membership, by_responsibility = w.by_responsibility, history_floor = w.history_floor
                  from wanted w
                 where a.organization_id = organization and a.member_id = w.member_id and a.conversation_id = w.conversation_id
                   and (a.by_membership, a.by_responsibility, a.history_floor) is distinct from (w.by_membership, w.by_responsibility, w.history_floor)
                returning a.conversation_id
            ), flagged as (
                update conversations c
                   set is_public = f.is_public, is_overseen = f.is_overseen, is_unlinked = f.is_unlinked, client_count = f.has_clients,
                       unlinked_number = case when f.is_unlinked and not f.was_unlinked then f.last_number else c.unlinked_number end,
                       unlinked_count = case when f.is_unlinked and not f.was_unlinked then f.message_count else c.unlinked_count end,
                       access_version = c.access_version + 1
                  from flags f
                 where c.organization_id = organization and c.id = f.id
                   and (f.is_public <> f.was_public or f.is_overseen <> f.was_overseen or f.is_unlinked <> f.was_unlinked or f.has_clients <> f.had_clients
                        or exists (select from lost l where l.conversation_id = f.id)
                        or exists (select from gained g where g.conversation_id = f.id)
                        or exists (select from reasoned r where r.conversation_id = f.id))
            ), changes as materialized (
                select l.conversation_id, l.member_id, null::text as audience, 'lost'::text as change from lost l
                union all
                select g.conversation_id, g.member_id, null, 'gained' from gained g
                union all
                select f.id, null, 'public', case when f.is_public then 'gained' else 'lost' end from flags f where f.is_public <> f.was_public
                union all
                select f.id, null, 'overseen', case when f.is_overseen then 'gained' else 'lost' end from flags f where f.is_overseen <> f.was_overseen
                union all
                select f.id, null, 'unlinked', case when f.is_unlinked then 'gained' else 'lost' end from flags f where f.is_unlinked <> f.was_unlinked
            ), logged as (
                insert into access_changes (organization_id, id, conversation_id, member_id, audience, change, cause, changed_by, number, revision, at)
                select organization, gen_random_uuid(), c.conversation_id, c.member_id, c.audience, c.change, why, by_member, f.last_number, f.last_revision, now()
                  from changes c join flags f on f.id = c.conversation_id
            )
            select c.conversation_id, c.member_id, c.audience, c.change from changes c;
        end
        $$;

        create or replace function differing_audiences(organization uuid, checked uuid[])
        returns table (conversation_id uuid)
        language sql stable as $$
            with target as materialized (
                select c.id, a.member_id, a.audience, a.rule, a.history_floor
                  from conversations c, lateral audience_of(organization, c.id) a
                 where c.organization_id = organization and c.id = any (checked)
            ), wanted as materialized (
                select t.id, t.member_id, bool_or(t.rule = 'member') as by_membership, bool_or(t.rule = 'responsible') as by_responsibility, min(t.history_floor) as history_floor
                  from target t where t.member_id is not null group by t.id, t.member_id
            ), stored as materialized (
                select a.conversation_id, a.member_id, a.by_membership, a.by_responsibility, a.history_floor
                  from conversation_access a where a.organization_id = organization and a.conversation_id = any (checked)
            )
            select d.id from (table wanted except table stored) d
            union
            select d.conversation_id from (table stored except table wanted) d
            union
            select c.id
              from conversations c
             where c.organization_id = organization and c.id = any (checked)
               and (c.is_public <> exists (select from target t where t.id = c.id and t.audience = 'public')
                    or c.is_overseen <> exists (select from target t where t.id = c.id and t.audience = 'overseen')
                    or c.is_unlinked <> exists (select from target t where t.id = c.id and t.audience = 'unlinked')
                    or c.client_count <> (select count(*) from present_clients p where p.organization_id = organization and p.conversation_id = c.id))
        $$;
        """);
}
