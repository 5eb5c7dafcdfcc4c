using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// A picture is a file that no message holds, so that nobody sees it as a file. A draft is its owner's alone: nothing but
/// his own requests reads the table, no search, no export, no audit. Thread 0 is the main stream.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000027_KeepPicturesAndDrafts")]
internal sealed class KeepPicturesAndDrafts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table conversations
            add column avatar_id uuid,
            add foreign key (organization_id, avatar_id) references files (organization_id, id);
        create unique index conversations_avatar on conversations (organization_id, avatar_id) where avatar_id is not null;

        alter table members
            add column avatar_id uuid,
            add foreign key (organization_id, avatar_id) references files (organization_id, id);
        create unique index members_avatar on members (organization_id, avatar_id) where avatar_id is not null;

        create table drafts (
            organization_id uuid not null,
            member_id uuid not null,
            conversation_id uuid not null,
            thread bigint not null check (thread >= 0),
            text text not null,
            reply_to bigint,
            attachment_ids uuid[] not null,
            at timestamptz not null,
            lost_since timestamptz,
            primary key (organization_id, member_id, conversation_id, thread),
            foreign key (organization_id, member_id) references members (organization_id, id),
            foreign key (organization_id, conversation_id) references conversations (organization_id, id)
        );
        """);
}
