using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// Who sees a file is decided by entry_files and the one predicate; the attachments of an entry are its rendered copy.
/// file_usage is kept by whoever puts or takes a file or an upload, in the same transaction, so that two who come at once
/// cannot both take the last room.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000017_CreateFiles")]
internal sealed class CreateFiles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table files (
            organization_id uuid not null references organizations (id),
            id uuid not null,
            uploader_id uuid not null,
            name text not null,
            size bigint not null check (size > 0),
            content_type text not null,
            declared_type text,
            sha256 text not null,
            width integer,
            height integer,
            state text not null,
            created_at timestamptz not null,
            attached_at timestamptz,
            primary key (organization_id, id),
            foreign key (organization_id, uploader_id) references members (organization_id, id)
        );
        create index files_content on files (organization_id, sha256);
        create index files_waiting on files (organization_id, uploader_id, created_at) where attached_at is null;

        create table file_uploads (
            organization_id uuid not null references organizations (id),
            id uuid not null,
            uploader_id uuid not null,
            name text not null,
            declared_type text,
            size bigint not null check (size > 0),
            created_at timestamptz not null,
            primary key (organization_id, id),
            foreign key (organization_id, uploader_id) references members (organization_id, id)
        );
        create index file_uploads_of on file_uploads (organization_id, uploader_id);

        create table file_usage (
            organization_id uuid primary key references organizations (id),
            bytes bigint not null check (bytes >= 0)
        );

        create table entry_files (
            organization_id uuid not null,
            conversation_id uuid not null,
            number bigint not null,
            position integer not null,
            file_id uuid not null,
            is_forwarded boolean not null,
            primary key (organization_id, conversation_id, number, position),
            foreign key (organization_id, file_id) references files (organization_id, id)
        );
        create index entry_files_file on entry_files (organization_id, file_id);
        create unique index entry_files_attached on entry_files (organization_id, file_id) where not is_forwarded;

        alter table entries add column attachments jsonb;
        """);
}
