using ClientChats.Application.Bridges;
using ClientChats.Application.Channels;
using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Crm;
using ClientChats.Application.Organizations;
using ClientChats.Application.Tests.Cast;
using ClientChats.Domain.Bridges;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure.Demo;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Application.Tests.Visibility;

/// <summary>Whatever happens, in whatever order and however much at once: what is stored is what the predicate says of the facts.</summary>
public sealed class RandomHistoriesTests(Bureau bureau, ITestOutputHelper output) : IClassFixture<Bureau>
{
    private const int Rounds = 12;
    private const int ActsAtOnce = 8;

    private static readonly DemoPerson[] Employees = [Sokolov, Panin, Belova, Nechaev, Ershova, Gromov, Klimova];
    private static readonly DemoPerson[] Guests = [Ivanova, Ezhov, Tkach, Yudina];
    private static readonly string[] Phones = ["+79127004017", "+79127005508", "+79127009930", "+79127011201", "+79127040501", "+79127040502"];
    private static readonly string[] Addresses = ["maria@romashka.example", "gleb@romashka.example", "tkach@dental.example", "yudina@mayak.example"];

    private int _events;

    [Fact]
    public async Task Rows_and_flags_are_what_the_predicate_says_after_random_histories()
    {
        var seed = Environment.GetEnvironmentVariable("CLIENTCHATS_TEST_SEED") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"CLIENTCHATS_TEST_SEED={seed}");
        var random = new Random(seed);
        var bridge = await bureau.ReadAsync(db => db.Bridges.AsNoTracking().SingleAsync());
        var chats = await bureau.ReadAsync(db => db.Conversations.Where(c => c.Kind == ConversationKind.Group).Select(c => c.Id).ToListAsync());

        var channels = new List<Guid>();
        foreach (var (visibility, name) in new[] { (ChannelVisibility.Public, "Случайный открытый"), (ChannelVisibility.Private, "Случайный закрытый"), (ChannelVisibility.Public, "Случайный второй") })
            channels.Add((await bureau.As(Ershova).Sends(new OpenChannel(name, visibility, [bureau.MemberIdOf(Gromov), bureau.MemberIdOf(Klimova)], null))).Id);

        var done = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var acts = Enumerable.Range(0, ActsAtOnce).Select(_ => Act(random, bridge, chats, channels)).ToList();
            done += (await Task.WhenAll(acts.Select(act => Try(act)))).Count(succeeded => succeeded);
            (await DifferencesAsync()).ShouldBeEmpty($"after round {round} of seed {seed}");
        }

        // Most of what is tried at random must happen, or the test would prove nothing.
        done.ShouldBeGreaterThan(Rounds * ActsAtOnce / 2, $"seed {seed}");
    }

    private Func<Task> Act(Random random, Bridge bridge, List<Guid> chats, List<Guid> channels)
    {
        T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
        var zuev = bureau.As(Zuev);
        var (employee, other, guest, chat) = (One(Employees), One(Employees), One(Guests), One(chats));
        var (changed, flag) = (One([Panin, Gromov, Tkach]), random.Next(2) == 0);
        var contact = $"r-{random.Next(6)}";
        var (phone, address, responsible) = (One(Phones), One(Addresses), random.Next(5) switch { 0 => Guid.NewGuid(), 1 => (Guid?)null, _ => bureau.MemberIdOf(employee) });
        var deal = random.Next(2) == 0 ? null : new[] { new DealInput("d", null, bureau.MemberIdOf(other), null, DateTimeOffset.UtcNow, null) };

        var channel = One(channels);

        return random.Next(23) switch
        {
            0 or 1 or 2 => () => zuev.Sends(new SaveContact(contact, new ContactInput("Кто-то", [phone], [address], null, responsible, null, deal, null))),
            3 => () => zuev.Sends(new DeleteContact(contact)),
            4 => () => zuev.Sends(new HandOver(new HandoverInput(null, bureau.MemberIdOf(employee), bureau.MemberIdOf(other), null))),
            5 => () => bureau.As(Ershova).Sends(new AddMember(chat, bureau.MemberIdOf(guest), History.FromNow)),
            6 => () => zuev.Sends(new RemoveMember(chat, bureau.MemberIdOf(guest))),
            7 => () => bureau.As(employee).Sends(new RemoveMember(chat, bureau.MemberIdOf(employee))),
            8 => () => bureau.As(employee).Sends(new StartChat(ConversationKind.Group, "Новый чат", [bureau.MemberIdOf(other), bureau.MemberIdOf(guest)])),
            9 or 10 => () => HappenAsync(bridge, One(["group-1", "group-2", "group-5", "group-new"]), phone, joins: flag),
            11 => () => zuev.Sends(Change(changed) with { Status = flag ? MemberStatus.Active : MemberStatus.Deactivated }),
            12 => () => zuev.Sends(Change(Klimova) with { Role = flag ? Role.Guest : Role.Employee }),
            13 or 14 => () => bureau.As(employee).Sends(new AddMember(channel, bureau.MemberIdOf(employee), flag ? History.All : History.FromNow)),
            15 => () => bureau.As(other).Sends(new AddMember(channel, bureau.MemberIdOf(guest), History.FromNow)),
            16 => () => bureau.As(Ershova).Sends(new ChangeChannel(channel, default, flag ? ChannelVisibility.Public : ChannelVisibility.Private)),
            17 => () => bureau.As(employee).Sends(new RemoveMember(channel, bureau.MemberIdOf(flag ? employee : guest))),
            18 => () => flag ? bureau.As(Ershova).Sends(new AppointAdministrator(channel, bureau.MemberIdOf(employee))) : bureau.As(Ershova).Sends(new TurnIntoChannel(chat)),
            19 or 20 => () => LinkAsync(random.Next(), contact, flag),
            21 => () => LinkAsync(random.Next(), null, flag),
            _ => () => zuev.Sends(Change(Gromov) with { Phones = flag ? new[] { phone } : Array.Empty<string>() }),
        };
    }

    /// <summary>Somebody says by hand who a client is, or that he is not who he was taken for.</summary>
    private async Task LinkAsync(int which, string? contact, bool parts)
    {
        var clients = await bureau.ReadAsync(db => db.PresentClients.Join(db.Conversations.Where(c => c.Kind != ConversationKind.Direct), p => p.ConversationId, c => c.Id, (p, c) => p)
            .OrderBy(p => p.ConversationId).ThenBy(p => p.ParticipantId).ToListAsync());
        var client = clients[which % clients.Count];
        var zuev = bureau.As(Zuev);
        if (contact is null) await bureau.As(Vlasova).Sends(new CreateContact(client.ParticipantId, null));
        else if (parts) await zuev.Sends(new UnlinkClient(client.ConversationId, client.ParticipantId, null));
        else await zuev.Sends(new LinkClient(client.ConversationId, client.ParticipantId, contact));
    }

    private ChangeMember Change(DemoPerson person) => new(bureau.MemberIdOf(person), default, default, default, default, default, default);

    private async Task HappenAsync(Bridge bridge, string group, string phone, bool joins)
    {
        var happened = new BridgeEvent(
            $"e-{Interlocked.Increment(ref _events)}", DateTimeOffset.UtcNow, joins ? BridgeEventType.ParticipantJoined : BridgeEventType.ParticipantLeft, group, "Группа", new BridgeParticipant($"p-{phone}", "Кто-то", phone), null);
        await using var scope = bureau.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IBridgeInbox>().StoreAsync(bridge, happened, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ApplyNextBridgeEvent(bridge.OrganizationId, bridge.Id));
    }

    private static async Task<bool> Try(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    private async Task<List<string>> DifferencesAsync()
    {
        await using var connection = new NpgsqlConnection(bureau.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            with wanted as (
                select c.id, a.member_id, bool_or(a.rule = 'member') as by_membership, bool_or(a.rule = 'responsible') as by_responsibility, min(a.history_floor) as history_floor
                  from conversations c, lateral audience_of(c.organization_id, c.id) a where a.member_id is not null group by c.id, a.member_id
            )
            select 'row ' || coalesce(w.id, s.conversation_id) || ' ' || coalesce(w.member_id, s.member_id)
              from wanted w
              full join conversation_access s on s.conversation_id = w.id and s.member_id = w.member_id
             where (w.by_membership, w.by_responsibility, w.history_floor) is distinct from (s.by_membership, s.by_responsibility, s.history_floor)
            union all
            select 'flags ' || c.id
              from conversations c
             where (c.is_public, c.is_overseen, c.is_unlinked, c.client_count) is distinct from (
                    exists (select from audience_of(c.organization_id, c.id) a where a.audience = 'public'),
                    exists (select from audience_of(c.organization_id, c.id) a where a.audience = 'overseen'),
                    exists (select from audience_of(c.organization_id, c.id) a where a.audience = 'unlinked'),
                    (select count(*)::integer from present_clients p where p.organization_id = c.organization_id and p.conversation_id = c.id))
            union all
            select 'mark of ' || a.member_id || ' in ' || a.conversation_id
              from conversation_access a
             where a.read_number > (select c.last_number from conversations c where c.organization_id = a.organization_id and c.id = a.conversation_id)
                or exists (select from read_marks r where r.organization_id = a.organization_id and r.member_id = a.member_id and r.conversation_id = a.conversation_id)
            union all
            select 'standing of ' || m.id || ' in ' || c.id
              from members m
              join conversations c on c.organization_id = m.organization_id
              left join lateral standing_of(c.organization_id, c.id, m.id) s on true
              left join lateral (select min(v.history_floor) as history_floor from conversation_sight v where v.organization_id = c.organization_id and v.member_id = m.id and v.conversation_id = c.id) v on true
             where coalesce(s.sees, false) <> (v.history_floor is not null) or s.sees and s.history_floor <> v.history_floor
            union all
            select 'ways of ' || m.id
              from members m
             cross join lateral (
                   select array_agg((s.conversation_id, s.via, s.history_floor)::text order by s.conversation_id, s.via) as all_ways
                     from conversation_sight s where s.organization_id = m.organization_id and s.member_id = m.id) sight
             cross join lateral (
                   select array_agg((w.id, w.via, w.history_floor)::text order by w.id, w.via) as all_ways
                     from (select (r.conversation).id, 'row' as via, r.history_floor from rows_of(m.organization_id, m.id) r
                           union all select (r.conversation).id, 'overseen', r.history_floor from overseen_by(m.organization_id, m.id) r
                           union all select (r.conversation).id, 'unlinked', r.history_floor from unlinked_for(m.organization_id, m.id) r
                           union all select (r.conversation).id, 'public', r.history_floor from public_for(m.organization_id, m.id) r) w) one_by_one
             where sight.all_ways is distinct from one_by_one.all_ways
            union all
            select 'last message of ' || c.id
              from conversations c
              left join lateral (
                   select e.number, e.author_id, left(e.text, 200) as text, e.created_at, e.deleted_at from entries e
                    where e.organization_id = c.organization_id and e.conversation_id = c.id and e.system is null and e.thread is null order by e.number desc limit 1) e on true
             where (nullif(c.last_message_number, 0), c.last_message_author_id, c.last_message_text, c.last_message_at, c.last_message_deleted_at)
                   is distinct from (e.number, e.author_id, e.text, e.created_at, e.deleted_at)
            union all
            select 'administrators of ' || c.id
              from conversations c
             cross join lateral (
                   select count(a.member_id) as administrators,
                          bool_and(m.role <> 'guest' and m.status = 'active') filter (where a.member_id is not null) as fit
                     from conversation_members cm
                     join members m on m.organization_id = cm.organization_id and m.id = cm.member_id
                     left join channel_administrators a on a.organization_id = cm.organization_id and a.channel_id = cm.conversation_id and a.member_id = cm.member_id
                    where cm.organization_id = c.organization_id and cm.conversation_id = c.id) inside
             where c.kind = 'channel'
               and (not inside.fit
                    or inside.administrators <> (select count(*) from channel_administrators a where a.organization_id = c.organization_id and a.channel_id = c.id))
            union all
            select 'kind of ' || c.id
              from conversations c
             where (c.kind = 'group') <> exists (select from chats h where h.organization_id = c.organization_id and h.id = c.id)
                or (c.kind = 'channel') <> exists (select from channels h where h.organization_id = c.organization_id and h.id = c.id)
            union all
            select 'numbers of ' || c.id
              from conversations c
             where c.last_number <> (select count(*) from entries e where e.organization_id = c.organization_id and e.conversation_id = c.id)
                or c.message_count <> (select count(*) from entries e where e.organization_id = c.organization_id and e.conversation_id = c.id and e.system is null and e.thread is null)
                or c.last_mention_number < (select max(e.number) from entries e where e.organization_id = c.organization_id and e.conversation_id = c.id and e.mentions is not null and e.thread is null)
            """, connection);
        var differences = new List<string>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync()) differences.Add(row.GetString(0));
        return differences;
    }
}
