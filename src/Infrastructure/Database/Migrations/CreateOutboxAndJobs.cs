using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000007_CreateOutboxAndJobs")]
internal sealed class CreateOutboxAndJobs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table outbox (
            organization_id uuid not null,
            id uuid not null,
            kind text not null,
            lane text not null,
            sequence bigint not null,
            payload text not null,
            created_at timestamptz not null,
            next_attempt_at timestamptz not null,
            leased_until timestamptz,
            attempts integer not null,
            error text,
            parked_at timestamptz,
            primary key (organization_id, id)
        );
        create index outbox_open on outbox (next_attempt_at) where parked_at is null;
        create index outbox_lane on outbox (organization_id, lane, sequence, id) where parked_at is null;
        create index outbox_parked on outbox (organization_id, id) where parked_at is not null;

        create table idempotency_records (
            organization_id uuid not null,
            member_id uuid not null,
            route text not null,
            key text not null,
            request_hash bytea not null,
            body text,
            secret_id uuid,
            conversation_id uuid,
            created_at timestamptz not null,
            primary key (organization_id, member_id, route, key)
        );
        create index idempotency_records_created on idempotency_records (organization_id, created_at);

        create table job_runs (
            organization_id uuid not null,
            id uuid not null,
            name text not null,
            state text not null check (state in ('queued', 'running', 'succeeded', 'failed')),
            attempt integer not null,
            queued_at timestamptz not null,
            started_at timestamptz,
            finished_at timestamptz,
            node text,
            result text,
            error text,
            primary key (organization_id, id)
        );
        create unique index job_runs_open on job_runs (organization_id, name) where state in ('queued', 'running');
        create index job_runs_name on job_runs (organization_id, name, id desc);
        create index job_runs_state on job_runs (organization_id, state, id desc);
        create index job_runs_finished on job_runs (organization_id, finished_at);

        create table development_mailbox (
            organization_id uuid not null,
            id uuid not null,
            recipient text not null,
            subject text not null,
            text_body text not null,
            html_body text not null,
            at timestamptz not null,
            primary key (organization_id, id)
        );
        """);
}
