using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientChats.Infrastructure.Database.Migrations;

/// <remarks>
/// Every message moves its conversation to the front of the index by which lists of everything are read, and leaves an
/// entry behind it that the list has to step over until it is vacuumed. By default that is when a fifth of all rows died.
/// </remarks>
[DbContext(typeof(ClientChatsDb))]
[Migration("20261122000021_VacuumConversationsSooner")]
internal sealed class VacuumConversationsSooner : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table conversations set (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0.01);
        """);
}
