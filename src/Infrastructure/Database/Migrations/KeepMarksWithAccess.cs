using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// Whoever has a row of access has his read mark in it: the list reads the row anyway, and a post finds it by the key by
/// which its author's right was just found. read_marks keeps those of people who see a conversation only as one of a group.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000013_KeepMarksWithAccess")]
internal sealed class KeepMarksWithAccess : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table conversation_access
            add column read_number bigint not null default 0,
            add column read_count bigint not null default 0,
            add column is_set_back boolean not null default false;
        update conversation_access a
           set read_number = r.number, read_count = r.count, is_set_back = r.is_set_back
          from read_marks r
         where r.organization_id = a.organization_id and r.member_id = a.member_id and r.conversation_id = a.conversation_id;
        delete from read_marks r using conversation_access a
         where r.organization_id = a.organization_id and r.member_id = a.member_id and r.conversation_id = a.conversation_id;
        alter table conversation_access alter column read_number drop default, alter column read_count drop default, alter column is_set_back drop default;

        -- Everybody's marks, wherever they lie.
        create view marks as
            select a.organization_id, a.member_id, a.conversation_id, a.read_number as number, a.read_count as count, a.is_set_back, true as with_access
              from conversation_access a
            union all
            select r.organization_id, r.member_id, r.conversation_id, r.number, r.count, r.is_set_back, false
              from read_marks r
             where not exists (select from conversation_access a where a.organization_id = r.organization_id and a.member_id = r.member_id and a.conversation_id = r.conversation_id);

        drop function rows_of;
        create function rows_of(organization uuid, member uuid)
        returns table (conversation conversations, history_floor bigint, read_number bigint, read_count bigint, is_set_back boolean)
        language sql stable parallel safe as $$
            select c, a.history_floor, a.read_number, a.read_count, a.is_set_back
              from conversation_access a
              join members m on m.organization_id = a.organization_id and m.id = a.member_id and m.status = 'active'
              join conversations c on c.organization_id = a.organization_id and c.id = a.conversation_id
             where a.organization_id = organization and a.member_id = member
        $$;

        -- Stores what audience_of says of these conversations, moves the read marks of those who gain or lose sight,
        -- logs the changes with the number and revision after which they hold, and answers what has changed.
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
                select c.id, c.is_public, c.is_overseen as was_overseen, c.is_unlinked as was_unlinked, c.last_number, c.last_revision, c.message_count,
                       c.unlinked_number, c.unlinked_count,
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
                       select m.role <> 'guest' and (f.is_public or f.was_overseen and (m.is_supervisor or m.is_quality_control)
                                                      or f.was_unlinked and m.receives_new_clients) as before,
                              m.role <> 'guest' and f.was_unlinked and m.receives_new_clients as unlinked) seen
                 where not exists (select from present p where p.conversation_id = w.conversation_id and p.member_id = w.member_id)
                returning a.conversation_id, a.member_id
            ), taken_over as (
                delete from read_marks r using gained g
                 where r.organization_id = organization and r.member_id = g.member_id and r.conversation_id = g.conversation_id
            ), reasoned as (
                update conversation_access a
                   set by_membership = w.by_membership, by_responsibility = w.by_responsibility, history_floor = w.history_floor
                  from wanted w
                 where a.organization_id = organization and a.member_id = w.member_id and a.conversation_id = w.conversation_id
                   and (a.by_membership, a.by_responsibility, a.history_floor) is distinct from (w.by_membership, w.by_responsibility, w.history_floor)
                returning a.conversation_id
            ), flagged as (
                update conversations c
                   set is_overseen = f.is_overseen, is_unlinked = f.is_unlinked, client_count = f.has_clients,
                       unlinked_number = case when f.is_unlinked and not f.was_unlinked then f.last_number else c.unlinked_number end,
                       unlinked_count = case when f.is_unlinked and not f.was_unlinked then f.message_count else c.unlinked_count end,
                       access_version = c.access_version + 1
                  from flags f
                 where c.organization_id = organization and c.id = f.id
                   and (f.is_overseen <> f.was_overseen or f.is_unlinked <> f.was_unlinked or f.has_clients <> f.had_clients
                        or exists (select from lost l where l.conversation_id = f.id)
                        or exists (select from gained g where g.conversation_id = f.id)
                        or exists (select from reasoned r where r.conversation_id = f.id))
            ), changes as materialized (
                select l.conversation_id, l.member_id, null::text as audience, 'lost'::text as change from lost l
                union all
                select g.conversation_id, g.member_id, null, 'gained' from gained g
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
        """);
}
