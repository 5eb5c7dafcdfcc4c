using ClientChats.Domain.Invitations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using Npgsql;

namespace ClientChats.Infrastructure.Database;

/// <summary>What a violated unique index means in words of the product.</summary>
internal static class Constraints
{
    private static readonly Dictionary<string, Refusal> Refusals = new()
    {
        ["members_email"] = InvitationRefusals.AlreadyMember,
        ["invitations_pending"] = InvitationRefusals.AlreadyInvited,
        ["member_phones_pkey"] = MemberRefusals.PhoneTaken,
        ["member_crm_users_pkey"] = MemberRefusals.CrmUserTaken,
    };

    /// <summary>Where two made the same thing at once, the second one finds it when it tries again.</summary>
    private static readonly HashSet<string> SecondTry =
        ["direct_pairs_pkey", "bridged_chats_group", "outside_participants_outside", "conversation_members_pkey", "channel_administrators_pkey", "channels_pkey", "crm_contacts_pkey", "participant_contacts_pkey", "removed_links_pkey"];

    public static Refusal? RefusalFor(PostgresException refused) =>
        refused.SqlState == PostgresErrorCodes.UniqueViolation && refused.ConstraintName is { } name ? Refusals.GetValueOrDefault(name) : null;

    public static bool IsWorthAnotherTry(PostgresException refused) =>
        refused.SqlState == PostgresErrorCodes.UniqueViolation && refused.ConstraintName is { } name && SecondTry.Contains(name);
}
