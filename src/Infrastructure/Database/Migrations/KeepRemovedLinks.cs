using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// <c>unlinked_in</c> gives the client chats that no contact explains, whoever asks: what of them is told to whom is up to
/// the asking statement, which looks through <c>visible_conversations</c>.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000030_KeepRemovedLinks")]
internal sealed class KeepRemovedLinks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table removed_links (
            organization_id uuid not null,
            participant_id uuid not null,
            external_id text not null,
            removed_by uuid not null,
            removed_at timestamptz not null,
            primary key (organization_id, participant_id, external_id)
        );
        create index removed_links_contact on removed_links (organization_id, external_id);

        create function unlinked_in(organization uuid)
        returns table (conversation_id uuid)
        language sql stable parallel safe as $$
            select c.id from conversations c where c.organization_id = organization and c.is_unlinked and c.is_client_chat and c.archived_at is null
        $$;
        """);
}
