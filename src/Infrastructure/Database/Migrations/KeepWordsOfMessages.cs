using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// Words are kept beside the messages and written after the commit that appends one, so that nobody waits for them; a
/// change of a message changes them in its own transaction. The key carries, for every message, 256 marks of its words:
/// whoever sees few conversations is answered from their part of the key alone, whatever others write.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000019_KeepWordsOfMessages")]
internal sealed class KeepWordsOfMessages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        -- Every word counts, also those that usually carry no meaning: people look for what they remember.
        create text search dictionary russian_words (template = snowball, language = russian);
        create text search dictionary english_words (template = snowball, language = english);
        create text search configuration words (copy = russian);
        alter text search configuration words alter mapping for asciiword with english_words;
        alter text search configuration words alter mapping for word with russian_words;

        -- The letters and digits of a text, each where it stands in it: only they are searched.
        create function searched_text(said text)
        returns text language sql immutable parallel safe as $$
            select translate(regexp_replace(case when said is nfc normalized then said else normalize(said, nfc) end, '[^[:alnum:]]', ' ', 'g'), 'ёЁ', 'еЕ')
        $$;

        create function words_of(said text)
        returns tsvector language sql immutable parallel safe as $$
            select to_tsvector('words', searched_text(said))
        $$;

        -- Three of 256 marks for a word.
        create function mark_of(hash bigint)
        returns bit language sql immutable parallel safe as $$
            select set_bit(set_bit(set_bit(repeat('0', 256)::bit(256), (hash & 255)::integer, 1), (hash >> 8 & 255)::integer, 1), (hash >> 16 & 255)::integer, 1)
        $$;

        create function mark_of_word(word text)
        returns bit language sql immutable parallel safe as $$
            select mark_of(hashtextextended(word, 0))
        $$;

        create function mark_of_beginning(word text)
        returns bit language sql immutable parallel safe as $$
            select mark_of(hashtextextended(left(word, 3), 1))
        $$;

        create function marks_of(words tsvector)
        returns bit language sql immutable parallel safe as $$
            select coalesce(bit_or(mark_of_word(word) | mark_of_beginning(word)), repeat('0', 256)::bit(256)) from unnest(tsvector_to_array(words)) word
        $$;

        -- What is asked for: words and phrases that are said, a last word that is only begun, and what must not be said;
        -- and the marks that every message has in which this is so.
        create function words_asked(said text[], begun text, unsaid text[])
        returns table (query tsquery, marks bit) language plpgsql immutable parallel safe as $$
        declare
            phrase text;
            beginning text := lower(replace(searched_text(begun), ' ', ''));
            stem text;
        begin
            marks := repeat('0', 256)::bit(256);
            foreach phrase in array said loop
                query := coalesce(query && phraseto_tsquery('words', searched_text(phrase)), phraseto_tsquery('words', searched_text(phrase)));
                marks := marks | coalesce((select bit_or(mark_of_word(word)) from unnest(tsvector_to_array(words_of(phrase))) word), repeat('0', 256)::bit(256));
            end loop;
            if beginning <> '' then
                query := coalesce(query && (phraseto_tsquery('words', beginning) || (quote_literal(beginning) || ':*')::tsquery),
                                  phraseto_tsquery('words', beginning) || (quote_literal(beginning) || ':*')::tsquery);
                stem := (select min(left(word, 3)) from unnest(tsvector_to_array(words_of(beginning))) word having count(*) = 1);
                if length(beginning) >= 3 and stem = left(beginning, 3) then marks := marks | mark_of_beginning(beginning); end if;
            end if;
            foreach phrase in array unsaid loop
                query := query && !! phraseto_tsquery('words', searched_text(phrase));
            end loop;
            query := coalesce(query, '');
            return next;
        end
        $$;

        create table message_words (
            organization_id uuid not null,
            conversation_id uuid not null,
            number bigint not null,
            at timestamptz not null,
            author_id uuid,
            marks bit(256) not null,
            words tsvector not null,
            primary key (organization_id, conversation_id, number) include (at, marks)
        ) with (autovacuum_vacuum_insert_scale_factor = 0.02);
        alter table message_words alter column words set statistics 1000;
        create index message_words_at on message_words (organization_id, at desc, conversation_id desc, number desc);
        create index message_words_words on message_words using gin (words);

        create table word_positions (
            organization_id uuid not null,
            conversation_id uuid not null,
            number bigint not null,
            primary key (organization_id, conversation_id)
        );

        -- Words are written by one transaction after the other, so that none keeps what another is just changing.
        create function lock_words(organization uuid, conversation uuid)
        returns void language sql volatile as $$
            select pg_advisory_xact_lock(hashtextextended('words ' || organization::text || conversation::text, 0))
        $$;

        -- Takes up what these conversations have got since the last time, of each at most so many; answers where there is more.
        create function take_up_words(organization uuid, conversations uuid[], most integer)
        returns table (conversation_id uuid) language plpgsql volatile as $$
        #variable_conflict use_column
        begin
            perform lock_words(organization, c.id) from (select id from unnest(conversations) id order by id offset 0) c;
            return query
            with taken as materialized (
                select c.id as conversation_id, e.number, e.created_at, e.author_id, words_of(e.text) as words
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

        create function follow_words()
        returns trigger language plpgsql as $$
        begin
            perform lock_words(new.organization_id, new.conversation_id);
            if new.text is null then
                delete from message_words where organization_id = new.organization_id and conversation_id = new.conversation_id and number = new.number;
            else
                update message_words set words = words_of(new.text), marks = marks_of(words_of(new.text))
                 where organization_id = new.organization_id and conversation_id = new.conversation_id and number = new.number;
            end if;
            return null;
        end
        $$;
        create trigger entries_follow_words after update of text on entries
            for each row when (old.text is distinct from new.text) execute function follow_words();
        """);
}
