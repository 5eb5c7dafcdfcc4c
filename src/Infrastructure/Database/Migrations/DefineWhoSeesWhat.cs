using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// The one predicate. <c>audience_of</c> states the five rules of visibility over the facts;
/// <c>refresh_access</c> stores its result as access rows and flags in the transaction that changes a fact;
/// <c>conversation_sight</c> reads that result together with the member's present status, role and duties, and
/// <c>visible_conversations</c> and <c>viewers_of</c> are its two questions; <c>overseen_by</c>, <c>unlinked_for</c> and
/// <c>public_for</c> give its groups in the order of activity. Nothing else may read the rows or the flags.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000008_DefineWhoSeesWhat")]
internal sealed class DefineWhoSeesWhat : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        -- A person's place in conversations: a member, or somebody outside. An outside person whose number is a
        -- member's own is that employee. Each half reads one table and asks for the rest by key: only then does a
        -- statement that looks for one person find him by the index, and not by reading everybody.
        create view participants as
            select m.organization_id, m.id, m.id as participant_id, m.id as member_id,
                   m.first_name || ' ' || m.last_name as display_name, m.company, m.role = 'guest' as is_client
              from members m
            union all
            select o.organization_id, o.id, coalesce(o.member_id, o.id), o.member_id,
                   coalesce((select m.first_name || ' ' || m.last_name from members m where m.organization_id = o.organization_id and m.id = o.member_id), o.display_name),
                   null::text, o.member_id is null
              from outside_participants o;

        -- The clients who are in a conversation now.
        create view present_clients as
            select cm.organization_id, cm.conversation_id, cm.member_id as participant_id
              from conversation_members cm
              join members m on m.organization_id = cm.organization_id and m.id = cm.member_id and m.role = 'guest'
            union all
            select p.organization_id, p.conversation_id, p.participant_id
              from bridged_presences p
              join outside_participants o on o.organization_id = p.organization_id and o.id = p.participant_id and o.member_id is null
             where p.is_present;

        -- The known, active employees who are responsible for a contact, as the organization reads responsibility.
        create view contact_responsibles as
            select c.organization_id, c.external_id, r.member_id
              from crm_contacts c
              join organizations o on o.id = c.organization_id
             cross join lateral (
                   select distinct m.id as member_id
                     from (select c.responsible_member_id, c.responsible_crm_user_id
                            where o.responsibility in ('contact', 'either')
                           union all
                           (select d.responsible_member_id, d.responsible_crm_user_id
                              from crm_deals d
                             where o.responsibility in ('newestOpenDeal', 'either')
                               and d.organization_id = c.organization_id and d.external_id = c.external_id and d.closed_at is null
                             order by d.created_at desc, d.deal_id desc
                             limit 1)) named
                     left join member_crm_users u on u.organization_id = c.organization_id and u.crm_user_id = named.responsible_crm_user_id
                     join members m on m.organization_id = c.organization_id and m.id = coalesce(named.responsible_member_id, u.member_id)
                                   and m.status = 'active' and m.role <> 'guest') r
             where c.deleted_at is null;

        -- Who is to see a conversation, by the facts: members one by one, and the groups that see it as such.
        create function audience_of(organization uuid, conversation uuid)
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
            select null, 'public', 'publicChannel', 0, null, null from c where c.is_public
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

        -- Who sees what now: the stored result of audience_of and the member's present status, role and duties.
        create view conversation_sight as
            select a.organization_id, a.member_id, a.conversation_id, a.history_floor, 'row' as via, c.last_activity_at
              from conversation_access a
              join members m on m.organization_id = a.organization_id and m.id = a.member_id and m.status = 'active'
              left join conversations c on c.organization_id = a.organization_id and c.id = a.conversation_id
            union all
            select c.organization_id, m.id, c.id, 0::bigint, 'overseen', c.last_activity_at
              from conversations c
              join members m on m.organization_id = c.organization_id and m.status = 'active' and m.role <> 'guest'
                            and (m.is_supervisor or m.is_quality_control)
             where c.is_overseen
            union all
            select c.organization_id, m.id, c.id, 0::bigint, 'unlinked', c.last_activity_at
              from conversations c
              join members m on m.organization_id = c.organization_id and m.status = 'active' and m.role <> 'guest'
                            and m.receives_new_clients
             where c.is_unlinked
            union all
            select c.organization_id, m.id, c.id, 0::bigint, 'public', c.last_activity_at
              from conversations c
              join members m on m.organization_id = c.organization_id and m.status = 'active' and m.role <> 'guest'
             where c.is_public;

        create function visible_conversations(organization uuid, member uuid)
        returns table (organization_id uuid, id uuid, history_floor bigint)
        language sql stable parallel safe as $$
            select s.organization_id, s.conversation_id, min(s.history_floor)
              from conversation_sight s
             where s.organization_id = organization and s.member_id = member
             group by s.organization_id, s.conversation_id
        $$;

        -- The groups' conversations one by one: only from these does a list read the newest by the index and stop.
        -- What each yields is what conversation_sight says of the same way.
        create function overseen_by(organization uuid, member uuid)
        returns table (conversation_id uuid, history_floor bigint, last_activity_at timestamptz)
        language sql stable parallel safe as $$
            select c.id, 0::bigint, c.last_activity_at
              from conversations c
             where c.organization_id = organization and c.is_overseen
               and exists (select from members m where m.organization_id = organization and m.id = member and m.status = 'active' and m.role <> 'guest'
                                                   and (m.is_supervisor or m.is_quality_control))
        $$;

        create function unlinked_for(organization uuid, member uuid)
        returns table (conversation_id uuid, history_floor bigint, last_activity_at timestamptz)
        language sql stable parallel safe as $$
            select c.id, 0::bigint, c.last_activity_at
              from conversations c
             where c.organization_id = organization and c.is_unlinked
               and exists (select from members m where m.organization_id = organization and m.id = member and m.status = 'active' and m.role <> 'guest'
                                                   and m.receives_new_clients)
        $$;

        create function public_for(organization uuid, member uuid)
        returns table (conversation_id uuid, history_floor bigint, last_activity_at timestamptz)
        language sql stable parallel safe as $$
            select c.id, 0::bigint, c.last_activity_at
              from conversations c
             where c.organization_id = organization and c.is_public
               and exists (select from members m where m.organization_id = organization and m.id = member and m.status = 'active' and m.role <> 'guest')
        $$;

        create function viewers_of(organization uuid, conversation uuid)
        returns table (member_id uuid)
        language sql stable parallel safe as $$
            select distinct s.member_id
              from conversation_sight s
             where s.organization_id = organization and s.conversation_id = conversation
        $$;

        -- How a member stands towards one conversation: no row where there is no such conversation or no such active member.
        create function standing_of(organization uuid, conversation uuid, member uuid)
        returns table (kind text, is_archived boolean, access_version bigint, member_version bigint, role text,
                       is_supervisor boolean, is_quality_control boolean, receives_new_clients boolean, display_name text,
                       sees boolean, is_member boolean, is_owner boolean, is_responsible boolean, receives_it boolean,
                       is_overseer boolean, is_manager boolean, history_floor bigint)
        language sql stable parallel safe as $$
            select c.kind, c.archived_at is not null, c.access_version, m.access_version, m.role,
                   m.is_supervisor, m.is_quality_control, m.receives_new_clients, m.first_name || ' ' || m.last_name,
                   s.history_floor is not null, coalesce(a.by_membership, false), h.owner_id is not distinct from m.id, coalesce(a.by_responsibility, false),
                   coalesce(s.by_unlinked, false), coalesce(s.by_oversight, false),
                   m.role in ('owner', 'admin') and (c.is_client_chat and c.kind <> 'direct' or c.kind in ('group', 'channel') and h.owner_id is null),
                   coalesce(s.history_floor, 0)
              from conversations c
              join members m on m.organization_id = organization and m.id = member and m.status = 'active'
              left join chats h on h.organization_id = organization and h.id = conversation
              left join conversation_access a on a.organization_id = organization and a.member_id = member and a.conversation_id = conversation
             cross join lateral (
                   select min(s.history_floor) as history_floor, bool_or(s.via = 'unlinked') as by_unlinked, bool_or(s.via = 'overseen') as by_oversight
                     from conversation_sight s
                    where s.organization_id = organization and s.member_id = member and s.conversation_id = conversation) s
             where c.organization_id = organization and c.id = conversation
        $$;

        -- Facts of visibility change one transaction after the other, so that none computes an audience from facts
        -- that another is just replacing.
        create function lock_facts(organization uuid)
        returns void language sql volatile as $$
            select pg_advisory_xact_lock(hashtextextended('facts ' || organization::text, 0))
        $$;

        -- Stores what audience_of says of these conversations, moves the read marks of those who gain or lose sight,
        -- logs the changes with the number and revision after which they hold, and answers what has changed.
        create function refresh_access(organization uuid, changed uuid[], why text, by_member uuid)
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
            ), unmarked as (
                delete from read_marks r using present p
                 where r.organization_id = organization and r.member_id = p.member_id and r.conversation_id = p.conversation_id
                   and not exists (select from wanted w where w.conversation_id = p.conversation_id and w.member_id = p.member_id)
            ), gained as (
                insert into conversation_access as a (organization_id, member_id, conversation_id, by_membership, by_responsibility, history_floor)
                select organization, w.member_id, w.conversation_id, w.by_membership, w.by_responsibility, w.history_floor
                  from wanted w
                 where not exists (select from present p where p.conversation_id = w.conversation_id and p.member_id = w.member_id)
                returning a.conversation_id, a.member_id
            ), reasoned as (
                update conversation_access a
                   set by_membership = w.by_membership, by_responsibility = w.by_responsibility, history_floor = w.history_floor
                  from wanted w
                 where a.organization_id = organization and a.member_id = w.member_id and a.conversation_id = w.conversation_id
                   and (a.by_membership, a.by_responsibility, a.history_floor) is distinct from (w.by_membership, w.by_responsibility, w.history_floor)
                returning a.conversation_id
            ), marked as (
                insert into read_marks as r (organization_id, member_id, conversation_id, number, count, is_set_back)
                select organization, g.member_id, g.conversation_id,
                       case when not seen.before then f.last_number
                            when seen.unlinked then greatest(had.number, f.unlinked_number)
                            else coalesce(had.number, f.last_number) end,
                       case when not seen.before then f.message_count
                            when seen.unlinked then greatest(had.count, f.unlinked_count)
                            else coalesce(had.count, f.message_count) end,
                       seen.before and coalesce(had.is_set_back, false)
                  from gained g
                  join flags f on f.id = g.conversation_id
                  join members m on m.organization_id = organization and m.id = g.member_id
                  left join read_marks had on had.organization_id = organization and had.member_id = g.member_id and had.conversation_id = g.conversation_id
                 cross join lateral (
                       select m.role <> 'guest' and (f.is_public or f.was_overseen and (m.is_supervisor or m.is_quality_control)
                                                      or f.was_unlinked and m.receives_new_clients) as before,
                              m.role <> 'guest' and f.was_unlinked and m.receives_new_clients as unlinked) seen
                on conflict (organization_id, member_id, conversation_id)
                   do update set number = excluded.number, count = excluded.count, is_set_back = excluded.is_set_back
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

        -- Of these conversations, those whose stored rows and flags are not what audience_of says of them.
        create function differing_audiences(organization uuid, checked uuid[])
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
               and (c.is_overseen <> exists (select from target t where t.id = c.id and t.audience = 'overseen')
                    or c.is_unlinked <> exists (select from target t where t.id = c.id and t.audience = 'unlinked')
                    or c.client_count <> (select count(*) from present_clients p where p.organization_id = organization and p.conversation_id = c.id))
        $$;
        """);
}
