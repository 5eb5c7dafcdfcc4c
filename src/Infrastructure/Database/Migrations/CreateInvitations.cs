using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000002_CreateInvitations")]
internal sealed class CreateInvitations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table invitations (
            organization_id uuid not null,
            id uuid not null,
            email text not null,
            email_key text not null,
            first_name text not null,
            last_name text not null,
            role text not null check (role in ('admin', 'employee', 'guest')),
            status text not null check (status in ('pending', 'accepted', 'expired', 'revoked')),
            delivery text not null check (delivery in ('queued', 'sent', 'failed')),
            delivery_error text,
            invited_by uuid not null,
            member_id uuid,
            revoked_by uuid,
            created_at timestamptz not null,
            expires_at timestamptz not null,
            accepted_at timestamptz,
            revoked_at timestamptz,
            asked_again_at timestamptz,
            primary key (organization_id, id),
            foreign key (organization_id, invited_by) references members (organization_id, id)
        );
        create unique index invitations_pending on invitations (organization_id, email_key) where status = 'pending';
        create index invitations_due on invitations (organization_id, expires_at) where status = 'pending';

        create table invitation_links (
            organization_id uuid not null,
            token_hash bytea not null,
            invitation_id uuid not null,
            created_at timestamptz not null,
            replaced_at timestamptz,
            primary key (organization_id, token_hash),
            foreign key (organization_id, invitation_id) references invitations (organization_id, id)
        );
        create index invitation_links_invitation on invitation_links (organization_id, invitation_id);
        """);
}
