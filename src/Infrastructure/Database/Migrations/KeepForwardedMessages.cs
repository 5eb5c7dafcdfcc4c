using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>What a message passes on is searched with its own words.</remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000026_KeepForwardedMessages")]
internal sealed class KeepForwardedMessages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table entries add column forwarded jsonb;

        create function said_of(said text, forwarded jsonb)
        returns text language sql immutable parallel safe as $$
            select case when forwarded is null then said else concat_ws(chr(10), nullif(said, ''), forwarded ->> 'text') end
        $$;

        create or replace function take_up_words(organization uuid, conversations uuid[], most integer)
        returns table (conversation_id uuid) language plpgsql volatile as $$
        #variable_conflict use_column
        begin
            perform lock_words(organization, c.id) from (select id from unnest(conversations) id order by id offset 0) c;
            return query
            with taken as materialized (
                select c.id as conversation_id, e.number, e.created_at, e.author_id, words_of(said_of(e.text, e.forwarded)) as words
                  from unnest(conversations) c (id)
                  left join word_positions p on p.organization_id = organization and p.conversation_id = c.id
                 cross join lateral (
                       select * from entries
                        where organization_id = organization and conversation_id = c.id and number > coalesce(p.number, 0)
                        order by number limit most) e
            ), kept as (
                insert into message_words (organization_id, conversation_id, number, at, author_id, marks, words)
                select organization, t.conversation_id, t.number, t.created_at, t.author_id, marks_of(t.words), t.words from taken t where t.words is not null
                on conflict do nothing
            ), moved as (
                insert into word_positions as p (organization_id, conversation_id, number)
                select organization, t.conversation_id, max(t.number) from taken t group by t.conversation_id
                on conflict (organization_id, conversation_id) do update set number = greatest(p.number, excluded.number)
            )
            select t.conversation_id from taken t group by t.conversation_id having count(*) = most;
        end
        $$;

        create or replace function follow_words()
        returns trigger language plpgsql as $$
        begin
            perform lock_words(new.organization_id, new.conversation_id);
            if new.text is null then
                delete from message_words where organization_id = new.organization_id and conversation_id = new.conversation_id and number = new.number;
            else
                update message_words set words = words_of(said_of(new.text, new.forwarded)), marks = marks_of(words_of(said_of(new.text, new.forwarded)))
                 where organization_id = new.organization_id and conversation_id = new.conversation_id and number = new.number;
            end if;
            return null;
        end
        $$;
        """);
}
