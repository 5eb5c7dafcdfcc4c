using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Bridges;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Chats;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Files;
using ClientChats.Domain.Invitations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Naming;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace ClientChats.Infrastructure.Database;

internal sealed partial class ClientChatsDb(DbContextOptions<ClientChatsDb> options) : DbContext(options), IClientChatsDb
{
    /// <summary>How facts and lists are written into jsonb columns.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public DbSet<Organization> Organizations => Set<Organization>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<MemberPhone> MemberPhones => Set<MemberPhone>();
    public DbSet<MemberCrmUser> MemberCrmUsers => Set<MemberCrmUser>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();
    public DbSet<PasswordReset> PasswordResets => Set<PasswordReset>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<InvitationLink> InvitationLinks => Set<InvitationLink>();
    public DbSet<StoredConvention> NamingConventions => Set<StoredConvention>();
    public DbSet<StoredWords> NamingDictionaries => Set<StoredWords>();
    public DbSet<FixedNames> FixedNames => Set<FixedNames>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<ConversationMember> ConversationMembers => Set<ConversationMember>();
    public DbSet<Chat> Chats => Set<Chat>();
    public DbSet<Channel> Channels => Set<Channel>();
    public DbSet<DirectPair> DirectPairs => Set<DirectPair>();
    public DbSet<Entry> Entries => Set<Entry>();
    public DbSet<EntryWording> EntryWordings => Set<EntryWording>();
    public DbSet<EntryFile> EntryFiles => Set<EntryFile>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<FileUpload> FileUploads => Set<FileUpload>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<ContactKey> ContactKeys => Set<ContactKey>();
    public DbSet<ParticipantContact> ParticipantContacts => Set<ParticipantContact>();
    public DbSet<RemovedLink> RemovedLinks => Set<RemovedLink>();
    public DbSet<Handover> Handovers => Set<Handover>();
    public DbSet<Bridge> Bridges => Set<Bridge>();
    public DbSet<BridgedChat> BridgedChats => Set<BridgedChat>();
    public DbSet<OutsideParticipant> OutsideParticipants => Set<OutsideParticipant>();
    public DbSet<BridgedPresence> BridgedPresences => Set<BridgedPresence>();
    public DbSet<BridgedMessage> BridgedMessages => Set<BridgedMessage>();
    internal DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public IQueryable<Participant> Participants => Set<Participant>();
    public IQueryable<PresentClient> PresentClients => Set<PresentClient>();
    public IQueryable<ContactResponsible> ContactResponsibles => Set<ContactResponsible>();

    public IQueryable<VisibleConversation> VisibleConversations(Guid organizationId, Guid memberId) => FromExpression(() => VisibleConversations(organizationId, memberId));

    public IQueryable<StandingRow> Standings(Guid organizationId, Guid conversationId, Guid memberId) => FromExpression(() => Standings(organizationId, conversationId, memberId));

    public IQueryable<StandingIn> StandingsIn(IQueryable<Conversation> conversations, Guid organizationId, Guid memberId) =>
        from conversation in conversations
        from row in Standings(organizationId, conversation.Id, memberId)
        select new StandingIn { Conversation = conversation, Row = row };

    public IQueryable<AudienceRow> AudienceOf(Guid organizationId, Guid conversationId) => FromExpression(() => AudienceOf(organizationId, conversationId));

    /// <summary>A person's name and company as they are searched; within a query only.</summary>
    internal static string SearchedPerson(string firstName, string lastName, string? company) => throw new NotSupportedException();

    public Task LockConversationsAsync(Guid organizationId, IReadOnlyCollection<Guid> conversationIds, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"select from conversations where organization_id = {organizationId} and id = any ({conversationIds.ToArray()}) order by id for no key update", ct);

    public Task LockSetupAsync(CancellationToken ct) => Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('setup', 0))", ct);

    public Task LockMemberAsync(Guid organizationId, Guid memberId, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"select from members where organization_id = {organizationId} and id = {memberId} for no key update", ct);

    public Task LockInvitationAsync(Guid organizationId, Guid invitationId, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"select from invitations where organization_id = {organizationId} and id = {invitationId} for no key update", ct);

    public Task LockFactsAsync(Guid organizationId, CancellationToken ct) => Database.ExecuteSqlAsync($"select lock_facts({organizationId})", ct);

    public async Task FlushAsync(CancellationToken ct)
    {
        try
        {
            await SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException refused && Constraints.RefusalFor(refused) is { } refusal)
        {
            throw new RefusedException(refusal);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTime>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MapOrganization(modelBuilder);
        MapConversation(modelBuilder);
        MapCrm(modelBuilder);
        MapBridges(modelBuilder);
        MapFiles(modelBuilder);

        modelBuilder.Entity<OutboxRow>().ToTable("outbox").HasKey(o => new { o.OrganizationId, o.Id });

        modelBuilder.Entity<Participant>().ToView("participants").HasNoKey();
        modelBuilder.Entity<PresentClient>().ToView("present_clients").HasNoKey();
        modelBuilder.Entity<ContactResponsible>().ToView("contact_responsibles").HasNoKey();
        modelBuilder.Entity<VisibleConversation>().ToView(null).HasNoKey();
        modelBuilder.Entity<StandingRow>().ToView(null).HasNoKey();
        modelBuilder.HasDbFunction(() => VisibleConversations(default, default)).HasName("visible_conversations");
        modelBuilder.Entity<AudienceRow>().ToView(null).HasNoKey();
        modelBuilder.HasDbFunction(() => AudienceOf(default, default)).HasName("audience_of");
        modelBuilder.HasDbFunction(() => Standings(default, default, default)).HasName("standing_of");
        modelBuilder.HasDbFunction(() => SearchedPerson("", "", "")).HasName("searched_person");

        foreach (var entity in modelBuilder.Model.GetEntityTypes()) NameColumns(entity);
    }

    private static void MapOrganization(ModelBuilder model)
    {
        model.Entity<Organization>(e =>
        {
            e.ToTable("organizations").HasKey(o => o.Id);
            e.Ignore(o => o.OrganizationId);
            e.Property(o => o.Version).IsConcurrencyToken();
        });
        model.Entity<Member>(e =>
        {
            e.ToTable("members").HasKey(m => new { m.OrganizationId, m.Id });
            e.HasOne<Organization>().WithMany().HasForeignKey(m => m.OrganizationId);
            e.HasOne<StoredFile>().WithMany().HasForeignKey(m => new { m.OrganizationId, m.AvatarId });
            e.HasMany(m => m.Phones).WithOne().HasForeignKey(p => new { p.OrganizationId, p.MemberId });
            e.HasMany(m => m.CrmUsers).WithOne().HasForeignKey(u => new { u.OrganizationId, u.MemberId });
            e.Navigation(m => m.Phones).UsePropertyAccessMode(PropertyAccessMode.Field);
            e.Navigation(m => m.CrmUsers).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<MemberPhone>().ToTable("member_phones").HasKey(p => new { p.OrganizationId, p.Phone });
        model.Entity<MemberCrmUser>().ToTable("member_crm_users").HasKey(u => new { u.OrganizationId, u.CrmUserId });
        model.Entity<Session>(e =>
        {
            e.ToTable("sessions").HasKey(s => new { s.OrganizationId, s.Id });
            e.HasOne<Member>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.MemberId });
        });
        model.Entity<AccessToken>(e =>
        {
            e.ToTable("access_tokens").HasKey(t => new { t.OrganizationId, t.Id });
            e.HasOne<Member>().WithMany().HasForeignKey(t => new { t.OrganizationId, t.MemberId });
        });
        model.Entity<PasswordReset>(e =>
        {
            e.ToTable("password_resets").HasKey(r => new { r.OrganizationId, r.Id });
            e.HasOne<Member>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.MemberId });
        });
        model.Entity<Invitation>(e =>
        {
            e.ToTable("invitations").HasKey(i => new { i.OrganizationId, i.Id });
            e.Property(i => i.Status).IsConcurrencyToken();
            e.HasOne<Member>().WithMany().HasForeignKey(i => new { i.OrganizationId, i.InvitedBy });
        });
        model.Entity<InvitationLink>(e =>
        {
            e.ToTable("invitation_links").HasKey(l => new { l.OrganizationId, l.TokenHash });
            e.HasOne<Invitation>().WithMany().HasForeignKey(l => new { l.OrganizationId, l.InvitationId });
        });
        model.Entity<StoredConvention>(e =>
        {
            e.ToTable("naming_conventions").HasKey(c => new { c.OrganizationId, c.Id });
            e.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId);
        });
        model.Entity<StoredWords>(e =>
        {
            e.ToTable("naming_dictionaries").HasKey(d => new { d.OrganizationId, d.Language });
            e.HasOne<Organization>().WithMany().HasForeignKey(d => d.OrganizationId);
            e.Property(d => d.Version).IsConcurrencyToken();
            foreach (var entries in new[] { nameof(StoredWords.Added), nameof(StoredWords.Removed) })
                e.Property<IReadOnlyList<DictionaryEntry>>(entries).HasColumnType("jsonb").HasConversion(new InJson<IReadOnlyList<DictionaryEntry>>(), ValueComparer.CreateDefault<IReadOnlyList<DictionaryEntry>>(favorStructuralComparisons: false));
        });
        model.Entity<FixedNames>(e =>
        {
            e.ToTable("fixed_names").HasKey(f => new { f.OrganizationId, f.Id });
            e.HasOne<Organization>().WithMany().HasForeignKey(f => f.OrganizationId);
            e.Property(f => f.Names).HasColumnType("jsonb").HasConversion(new InJson<IReadOnlyList<FixedName>>(), ValueComparer.CreateDefault<IReadOnlyList<FixedName>>(favorStructuralComparisons: false));
        });
    }

    private static void MapConversation(ModelBuilder model)
    {
        model.Entity<Conversation>(e =>
        {
            e.ToTable("conversations").HasKey(c => new { c.OrganizationId, c.Id });
            e.HasOne<StoredFile>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.AvatarId });
            e.HasMany(c => c.Members).WithOne().HasForeignKey(m => new { m.OrganizationId, m.ConversationId });
            e.Navigation(c => c.Members).UsePropertyAccessMode(PropertyAccessMode.Field);

            // Written by refresh_access only; a new conversation begins with them empty.
            e.Property<bool>("IsPublic");
            e.Property<bool>("IsOverseen");
            e.Property<bool>("IsUnlinked");
            e.Property<long>("UnlinkedNumber");
            e.Property<long>("UnlinkedCount");
            e.Property<int>("ClientCount");
        });
        model.Entity<ConversationMember>(e =>
        {
            e.ToTable("conversation_members").HasKey(m => new { m.OrganizationId, m.ConversationId, m.MemberId });
            e.HasOne(m => m.Person).WithMany().HasForeignKey(m => new { m.OrganizationId, m.MemberId });
        });
        model.Entity<Chat>(e =>
        {
            e.ToTable("chats").HasKey(c => new { c.OrganizationId, c.Id });
            e.HasOne<Conversation>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.Id });
        });
        model.Entity<Channel>(e =>
        {
            e.ToTable("channels").HasKey(c => new { c.OrganizationId, c.Id });
            e.HasOne<Conversation>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.Id });
            e.HasMany(c => c.Administrators).WithOne().HasForeignKey(a => new { a.OrganizationId, a.ChannelId });
            e.Navigation(c => c.Administrators).UsePropertyAccessMode(PropertyAccessMode.Field);
            e.Ignore(c => c.Description);
        });
        model.Entity<ChannelAdministrator>().ToTable("channel_administrators").HasKey(a => new { a.OrganizationId, a.ChannelId, a.MemberId });
        model.Entity<DirectPair>().ToTable("direct_pairs").HasKey(p => new { p.OrganizationId, p.FirstMemberId, p.SecondMemberId });
        model.Entity<Entry>(e =>
        {
            e.ToTable("entries").HasKey(x => new { x.OrganizationId, x.ConversationId, x.Number });
            e.Property(x => x.System).HasColumnType("jsonb").HasConversion(new InJson<SystemFact?>());
            e.Property(x => x.Reactions).HasColumnType("jsonb").HasConversion(new InJson<IReadOnlyList<Reaction>?>(), ValueComparer.CreateDefault<IReadOnlyList<Reaction>?>(favorStructuralComparisons: false));
            e.Property(x => x.Mentions).HasColumnType("jsonb").HasConversion(new InJson<IReadOnlyList<Mention>?>(), ValueComparer.CreateDefault<IReadOnlyList<Mention>?>(favorStructuralComparisons: false));
            e.Property(x => x.Forwarded).HasColumnType("jsonb").HasConversion(new InJson<ForwardedMessage?>());
            e.Property(x => x.Finals).HasColumnType("jsonb").HasConversion(new InJson<IReadOnlyList<FinalVersion>?>(), ValueComparer.CreateDefault<IReadOnlyList<FinalVersion>?>(favorStructuralComparisons: false));
            e.Property(x => x.Status).HasColumnType("jsonb").HasConversion(new InJson<MessageStatus?>());
            e.Property(x => x.Replies).HasColumnType("jsonb").HasConversion(new InJson<Replies?>());
            e.Property(x => x.Attachments).HasColumnType("jsonb").HasConversion(new InJson<IReadOnlyList<AttachedFile>?>(), ValueComparer.CreateDefault<IReadOnlyList<AttachedFile>?>(favorStructuralComparisons: false));
        });
        model.Entity<EntryWording>().ToTable("entry_wordings").HasKey(w => new { w.OrganizationId, w.ConversationId, w.Number, w.Revision });
    }

    private static void MapCrm(ModelBuilder model)
    {
        model.Entity<Contact>(e =>
        {
            e.ToTable("crm_contacts").HasKey(c => new { c.OrganizationId, c.ExternalId });
            e.HasMany(c => c.Keys).WithOne().HasForeignKey(k => new { k.OrganizationId, k.ExternalId });
            e.HasMany(c => c.Deals).WithOne().HasForeignKey(d => new { d.OrganizationId, d.ExternalId });
            e.Navigation(c => c.Keys).UsePropertyAccessMode(PropertyAccessMode.Field);
            e.Navigation(c => c.Deals).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<ContactKey>().ToTable("crm_contact_keys").HasKey(k => new { k.OrganizationId, k.ExternalId, k.Kind, k.Value });
        model.Entity<Deal>().ToTable("crm_deals").HasKey(d => new { d.OrganizationId, d.ExternalId, d.DealId });
        model.Entity<ParticipantContact>(e =>
        {
            e.ToTable("participant_contacts").HasKey(l => new { l.OrganizationId, l.ParticipantId, l.ExternalId });
            e.HasOne<Contact>().WithMany().HasForeignKey(l => new { l.OrganizationId, l.ExternalId });
        });
        model.Entity<RemovedLink>().ToTable("removed_links").HasKey(l => new { l.OrganizationId, l.ParticipantId, l.ExternalId });
        model.Entity<Handover>(e =>
        {
            e.ToTable("handovers").HasKey(h => new { h.OrganizationId, h.Id });
            e.Property(h => h.Before).HasColumnType("jsonb").HasConversion(new InJson<IReadOnlyList<Responsibles>>(), ValueComparer.CreateDefault<IReadOnlyList<Responsibles>>(favorStructuralComparisons: false));
        });
    }

    private static void MapBridges(ModelBuilder model)
    {
        model.Entity<Bridge>().ToTable("bridges").HasKey(b => new { b.OrganizationId, b.Id });
        model.Entity<BridgedChat>(e =>
        {
            e.ToTable("bridged_chats").HasKey(c => new { c.OrganizationId, c.Id });
            e.HasOne<Conversation>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.Id });
            e.HasOne<Bridge>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.BridgeId });
        });
        model.Entity<OutsideParticipant>(e =>
        {
            e.ToTable("outside_participants").HasKey(p => new { p.OrganizationId, p.Id });
            e.HasOne<Bridge>().WithMany().HasForeignKey(p => new { p.OrganizationId, p.BridgeId });
        });
        model.Entity<BridgedPresence>(e =>
        {
            e.ToTable("bridged_presences").HasKey(p => new { p.OrganizationId, p.ConversationId, p.ParticipantId });
            e.HasOne<Conversation>().WithMany().HasForeignKey(p => new { p.OrganizationId, p.ConversationId });
            e.HasOne<OutsideParticipant>().WithMany().HasForeignKey(p => new { p.OrganizationId, p.ParticipantId });
        });
        model.Entity<BridgedMessage>().ToTable("bridged_messages").HasKey(m => new { m.OrganizationId, m.BridgeId, m.GroupId, m.OutsideId });
    }

    private static void MapFiles(ModelBuilder model)
    {
        model.Entity<StoredFile>(e =>
        {
            e.ToTable("files").HasKey(f => new { f.OrganizationId, f.Id });
            e.HasOne<Organization>().WithMany().HasForeignKey(f => f.OrganizationId);
            e.HasOne<Member>().WithMany().HasForeignKey(f => new { f.OrganizationId, f.UploaderId });
        });
        model.Entity<FileUpload>(e =>
        {
            e.ToTable("file_uploads").HasKey(u => new { u.OrganizationId, u.Id });
            e.HasOne<Organization>().WithMany().HasForeignKey(u => u.OrganizationId);
            e.HasOne<Member>().WithMany().HasForeignKey(u => new { u.OrganizationId, u.UploaderId });
        });
        model.Entity<EntryFile>(e =>
        {
            e.ToTable("entry_files").HasKey(h => new { h.OrganizationId, h.ConversationId, h.Number, h.Position });
            e.HasOne<StoredFile>().WithMany().HasForeignKey(h => new { h.OrganizationId, h.FileId });
        });
    }

    private static void NameColumns(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(SnakeCase(property.Name));
            property.ValueGenerated = ValueGenerated.Never;
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { IsEnum: true } type)
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(CamelCaseEnum<>).MakeGenericType(type))!);
        }
    }

    internal static string SnakeCase(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();

    private sealed class CamelCaseEnum<T>() : ValueConverter<T, string>(value => Write(value), text => Read(text)) where T : struct, Enum
    {
        private static string Write(T value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

        private static T Read(string text) => Enum.Parse<T>(text, ignoreCase: true);
    }

    private sealed class UtcTime() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);

    private sealed class InJson<T>() : ValueConverter<T, string>(value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<T>(text, Json)!);
}
