using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000005_CreateCrmContacts")]
internal sealed class CreateCrmContacts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table crm_contacts (
            organization_id uuid not null,
            external_id text not null,
            name text not null,
            responsible_member_id uuid,
            responsible_crm_user_id text,
            revision bigint,
            updated_at timestamptz not null,
            deleted_at timestamptz,
            primary key (organization_id, external_id)
        );
        create index crm_contacts_member on crm_contacts (organization_id, responsible_member_id);
        create index crm_contacts_crm_user on crm_contacts (organization_id, responsible_crm_user_id);
        create index crm_contacts_name on crm_contacts using gin (name gin_trgm_ops);

        create table crm_contact_keys (
            organization_id uuid not null,
            external_id text not null,
            kind text not null,
            value text not null,
            primary key (organization_id, external_id, kind, value),
            foreign key (organization_id, external_id) references crm_contacts (organization_id, external_id)
        );
        create index crm_contact_keys_value on crm_contact_keys (organization_id, kind, value);

        create table crm_deals (
            organization_id uuid not null,
            external_id text not null,
            deal_id text not null,
            name text,
            responsible_member_id uuid,
            responsible_crm_user_id text,
            created_at timestamptz not null,
            closed_at timestamptz,
            primary key (organization_id, external_id, deal_id),
            foreign key (organization_id, external_id) references crm_contacts (organization_id, external_id)
        );
        create index crm_deals_member on crm_deals (organization_id, responsible_member_id);
        create index crm_deals_crm_user on crm_deals (organization_id, responsible_crm_user_id);

        create table participant_contacts (
            organization_id uuid not null,
            participant_id uuid not null,
            external_id text not null,
            linked_by text not null check (linked_by in ('phone', 'email', 'messenger', 'hand')),
            linked_at timestamptz not null,
            primary key (organization_id, participant_id, external_id),
            foreign key (organization_id, external_id) references crm_contacts (organization_id, external_id)
        );
        create index participant_contacts_contact on participant_contacts (organization_id, external_id);

        create table handovers (
            organization_id uuid not null,
            id uuid not null,
            to_member_id uuid not null,
            handed_by uuid not null,
            at timestamptz not null,
            undone_at timestamptz,
            before jsonb not null,
            primary key (organization_id, id)
        );
        """);
}
