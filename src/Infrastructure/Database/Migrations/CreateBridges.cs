using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000006_CreateBridges")]
internal sealed class CreateBridges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table bridges (
            organization_id uuid not null,
            id uuid not null,
            kind text not null,
            name text not null,
            key_hash bytea not null,
            key_protected text not null,
            secret_protected text not null,
            is_enabled boolean not null,
            last_event bigint not null,
            last_outgoing bigint not null,
            created_at timestamptz not null,
            deleted_at timestamptz,
            primary key (organization_id, id)
        );
        create unique index bridges_key on bridges (organization_id, key_hash);

        create table bridged_chats (
            organization_id uuid not null,
            id uuid not null,
            bridge_id uuid not null,
            group_id text not null,
            title text not null,
            title_at timestamptz not null,
            is_named_here boolean not null,
            primary key (organization_id, id),
            foreign key (organization_id, id) references conversations (organization_id, id),
            foreign key (organization_id, bridge_id) references bridges (organization_id, id)
        );
        create unique index bridged_chats_group on bridged_chats (organization_id, bridge_id, group_id);

        create table outside_participants (
            organization_id uuid not null,
            id uuid not null,
            bridge_id uuid not null,
            outside_id text not null,
            display_name text not null,
            phone text,
            member_id uuid,
            created_at timestamptz not null,
            primary key (organization_id, id),
            foreign key (organization_id, bridge_id) references bridges (organization_id, id)
        );
        create unique index outside_participants_outside on outside_participants (organization_id, bridge_id, outside_id);
        create index outside_participants_phone on outside_participants (organization_id, phone);
        create index outside_participants_member on outside_participants (organization_id, member_id);

        create table bridged_presences (
            organization_id uuid not null,
            conversation_id uuid not null,
            participant_id uuid not null,
            is_present boolean not null,
            presence_at timestamptz not null,
            primary key (organization_id, conversation_id, participant_id),
            foreign key (organization_id, conversation_id) references conversations (organization_id, id),
            foreign key (organization_id, participant_id) references outside_participants (organization_id, id)
        );
        create index bridged_presences_participant on bridged_presences (organization_id, participant_id);

        create table bridged_messages (
            organization_id uuid not null,
            bridge_id uuid not null,
            group_id text not null,
            outside_id text not null,
            conversation_id uuid not null,
            number bigint not null,
            changed_at timestamptz not null,
            primary key (organization_id, bridge_id, group_id, outside_id)
        );

        create table bridge_events (
            organization_id uuid not null,
            bridge_id uuid not null,
            event_id text not null,
            position bigint not null,
            group_id text not null,
            message_id text,
            payload jsonb not null,
            state text not null check (state in ('stored', 'waiting', 'done', 'failed')),
            attempts integer not null,
            error text,
            received_at timestamptz not null,
            done_at timestamptz,
            primary key (organization_id, bridge_id, event_id)
        );
        create unique index bridge_events_position on bridge_events (organization_id, bridge_id, position);
        create index bridge_events_open on bridge_events (organization_id, bridge_id, position) where state = 'stored';
        create index bridge_events_waiting on bridge_events (organization_id, bridge_id, group_id, message_id) where state = 'waiting';

        create table development_outgoing (
            organization_id uuid not null,
            bridge_id uuid not null,
            position bigint not null,
            conversation_id uuid not null,
            number bigint not null,
            payload jsonb not null,
            at timestamptz not null,
            primary key (organization_id, bridge_id, position)
        );
        create unique index development_outgoing_message on development_outgoing (organization_id, bridge_id, conversation_id, number);
        """);
}
