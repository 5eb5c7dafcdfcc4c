using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>Names are compared without case and with е for ё, by their trigrams: parts of them are found, and so are slips.</remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000020_FindNames")]
internal sealed class FindNames : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create function searched_name(name text)
        returns text language sql immutable parallel safe as $$
            select replace(lower(name), 'ё', 'е')
        $$;

        create function searched_person(first_name text, last_name text, company text)
        returns text language sql immutable parallel safe as $$
            select replace(lower(first_name || ' ' || last_name || coalesce(' ' || company, '')), 'ё', 'е')
        $$;

        create index conversation_names_searched on conversation_names using gin (searched_name(name) gin_trgm_ops);
        create index members_searched on members using gin (searched_person(first_name, last_name, company) gin_trgm_ops);
        create index outside_participants_searched on outside_participants using gin (searched_name(display_name) gin_trgm_ops);
        """);
}
