using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000029_KeepDictionaries")]
internal sealed class KeepDictionaries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table naming_dictionaries (
            organization_id uuid not null references organizations (id),
            language text not null,
            version integer not null,
            added jsonb not null,
            removed jsonb not null,
            primary key (organization_id, language)
        );

        create table fixed_names (
            organization_id uuid not null references organizations (id),
            id uuid not null,
            fixed_by uuid not null,
            at timestamptz not null,
            undone_at timestamptz,
            names jsonb not null,
            primary key (organization_id, id)
        );
        """);
}
