using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000003_CreateConversations")]
internal sealed class CreateConversations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table conversations (
            organization_id uuid not null,
            id uuid not null,
            kind text not null check (kind in ('direct', 'group', 'channel', 'bridged')),
            name text not null,
            access_mode text not null check (access_mode in ('members', 'crm')),
            is_public boolean not null,
            is_client_chat boolean not null,
            is_overseen boolean not null,
            is_unlinked boolean not null,
            client_count integer not null,
            last_client_id uuid,
            last_number bigint not null,
            last_revision bigint not null,
            message_count bigint not null,
            deleted_count bigint not null,
            last_message_number bigint not null,
            unlinked_number bigint not null,
            unlinked_count bigint not null,
            access_version bigint not null,
            last_activity_at timestamptz not null,
            archived_at timestamptz,
            created_by uuid,
            created_at timestamptz not null,
            primary key (organization_id, id)
        ) with (fillfactor = 80);
        create index conversations_overseen on conversations (organization_id, last_activity_at desc, id desc) where is_overseen;
        create index conversations_unlinked on conversations (organization_id, last_activity_at desc, id desc) where is_unlinked;
        create index conversations_public on conversations (organization_id, last_activity_at desc, id desc) where is_public;
        create index conversations_last_client on conversations (organization_id, last_client_id) where last_client_id is not null;
        create index conversations_name on conversations using gin (name gin_trgm_ops);

        create table conversation_members (
            organization_id uuid not null,
            conversation_id uuid not null,
            member_id uuid not null,
            history_floor bigint not null,
            is_by_crm boolean not null,
            added_by uuid,
            added_at timestamptz not null,
            primary key (organization_id, conversation_id, member_id),
            foreign key (organization_id, conversation_id) references conversations (organization_id, id),
            foreign key (organization_id, member_id) references members (organization_id, id)
        );
        create index conversation_members_member on conversation_members (organization_id, member_id);

        create table chats (
            organization_id uuid not null,
            id uuid not null,
            owner_id uuid,
            primary key (organization_id, id),
            foreign key (organization_id, id) references conversations (organization_id, id)
        );

        create table direct_pairs (
            organization_id uuid not null,
            first_member_id uuid not null,
            second_member_id uuid not null,
            conversation_id uuid not null,
            primary key (organization_id, first_member_id, second_member_id),
            check (first_member_id < second_member_id)
        );
        create unique index direct_pairs_conversation on direct_pairs (organization_id, conversation_id);

        create table conversation_access (
            organization_id uuid not null,
            member_id uuid not null,
            conversation_id uuid not null,
            by_membership boolean not null,
            by_responsibility boolean not null,
            history_floor bigint not null,
            primary key (organization_id, member_id, conversation_id)
        ) with (fillfactor = 80);
        create index conversation_access_conversation on conversation_access (organization_id, conversation_id, member_id);

        create table access_changes (
            organization_id uuid not null,
            id uuid not null,
            conversation_id uuid,
            member_id uuid,
            audience text check (audience in ('overseen', 'unlinked', 'public')),
            change text not null check (change in ('gained', 'lost')),
            cause text not null,
            changed_by uuid,
            number bigint,
            revision bigint,
            at timestamptz not null,
            primary key (organization_id, id)
        );
        create index access_changes_conversation on access_changes (organization_id, conversation_id, at);

        create table read_marks (
            organization_id uuid not null,
            member_id uuid not null,
            conversation_id uuid not null,
            number bigint not null,
            count bigint not null,
            is_set_back boolean not null,
            primary key (organization_id, member_id, conversation_id)
        ) with (fillfactor = 80);
        """);
}
