using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000001_CreateOrganizationsAndMembers")]
internal sealed class CreateOrganizationsAndMembers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create extension if not exists pg_trgm;

        create table organizations (
            id uuid primary key,
            name text not null,
            locale text not null check (locale in ('ru', 'en')),
            time_zone text not null,
            country text not null,
            invitation_lifetime_days integer not null check (invitation_lifetime_days between 1 and 90),
            responsibility text not null check (responsibility in ('contact', 'newestOpenDeal', 'either')),
            oversee_client_directs boolean not null,
            version integer not null,
            created_at timestamptz not null
        );

        create table members (
            organization_id uuid not null references organizations (id),
            id uuid not null,
            email text not null,
            email_key text not null,
            first_name text not null,
            last_name text not null,
            role text not null check (role in ('owner', 'admin', 'employee', 'guest')),
            status text not null check (status in ('active', 'deactivated')),
            is_supervisor boolean not null,
            is_quality_control boolean not null,
            receives_new_clients boolean not null,
            company text,
            locale text not null check (locale in ('ru', 'en')),
            time_zone text not null,
            password_hash text,
            access_version bigint not null,
            created_at timestamptz not null,
            deactivated_at timestamptz,
            primary key (organization_id, id)
        );
        create unique index members_email on members (organization_id, email_key);
        create index members_with_duties on members (organization_id, id) where is_supervisor or is_quality_control or receives_new_clients;

        create table member_phones (
            organization_id uuid not null,
            phone text not null,
            member_id uuid not null,
            primary key (organization_id, phone),
            foreign key (organization_id, member_id) references members (organization_id, id)
        );
        create index member_phones_member on member_phones (organization_id, member_id);

        create table member_crm_users (
            organization_id uuid not null,
            crm_user_id text not null,
            member_id uuid not null,
            primary key (organization_id, crm_user_id),
            foreign key (organization_id, member_id) references members (organization_id, id)
        );
        create index member_crm_users_member on member_crm_users (organization_id, member_id);

        create table sessions (
            organization_id uuid not null,
            id uuid not null,
            member_id uuid not null,
            token_hash bytea not null,
            user_agent text not null,
            created_at timestamptz not null,
            last_seen_at timestamptz not null,
            expires_at timestamptz not null,
            primary key (organization_id, id),
            foreign key (organization_id, member_id) references members (organization_id, id)
        );
        create unique index sessions_token on sessions (organization_id, token_hash);
        create index sessions_member on sessions (organization_id, member_id);

        create table access_tokens (
            organization_id uuid not null,
            id uuid not null,
            member_id uuid not null,
            token_hash bytea not null,
            name text not null,
            scopes text[] not null,
            created_at timestamptz not null,
            expires_at timestamptz,
            last_used_at timestamptz,
            primary key (organization_id, id),
            foreign key (organization_id, member_id) references members (organization_id, id)
        );
        create unique index access_tokens_token on access_tokens (organization_id, token_hash);
        create index access_tokens_member on access_tokens (organization_id, member_id);

        create table password_resets (
            organization_id uuid not null,
            id uuid not null,
            member_id uuid not null,
            token_hash bytea not null,
            created_at timestamptz not null,
            expires_at timestamptz not null,
            used_at timestamptz,
            primary key (organization_id, id),
            foreign key (organization_id, member_id) references members (organization_id, id)
        );
        create unique index password_resets_token on password_resets (organization_id, token_hash);

        create table naming_conventions (
            organization_id uuid not null references organizations (id),
            id uuid not null,
            position integer not null,
            pattern text not null,
            is_default boolean not null,
            primary key (organization_id, id)
        );
        """);
}
