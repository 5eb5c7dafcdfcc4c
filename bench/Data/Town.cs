using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ClientChats.Bench.Data;

/// <summary>
/// An organization that the harness makes up: who works there, which conversations there are, who is in them and how
/// lively they are. Everything follows from its size, so that the load knows what is in the database without asking it.
/// </summary>
/// <remarks>
/// A conversation is named by its rank: the lower, the livelier. Even ranks are group chats, odd ones are mirrored groups
/// whose client has a responsible. Half of what a viewer of a crew sees he sees as a member and half as the responsible.
/// </remarks>
internal sealed class Town
{
    public const int Owner = 0;
    public const int Supervisor = 1;
    public const int HallMembers = 100;
    public const int Rooms = 50;
    public const int RoomMembers = 10;
    public const int CrowdInGroup = 3;
    public const int Scatter = 7_368_787;

    private const char ClientMessage = 'k';
    private const int Owners = 2;

    private static readonly DateTimeOffset Founded = new(2025, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private readonly byte _number;
    private readonly int[] _slotOf;

    private Town(byte number, int conversations, long messages)
    {
        _number = number;
        Conversations = conversations;
        Messages = messages;
        var share = conversations / 1_000_000d;
        Large = new Crew(Owners, Math.Max(1, (int)(60 * share)), 5_000, 0);
        Medium = new Crew(Large.EndMember, Math.Max(4, (int)(800 * share)), 500, Large.EndSlot);
        Small = new Crew(Medium.EndMember, Math.Max(8, (int)(2_000 * share)), 50, Medium.EndSlot);
        Crowd = new Crew(Small.EndMember, Math.Max(600, (int)(2_000 * share)), 0, Small.EndSlot);

        _slotOf = new int[Groups];
        for (var slot = 0; slot < Groups; slot++) _slotOf[AtSlot(slot)] = slot;
    }

    public Guid Id => IdOf('o', 0);
    public string Name => $"Bench {_number}";
    public int Conversations { get; }
    public long Messages { get; }
    public int Groups => Conversations / 2;

    /// <summary>Employees who see 5,000, 500 and 50 conversations.</summary>
    public Crew Large { get; }
    public Crew Medium { get; }
    public Crew Small { get; }

    /// <summary>The employees who own the group chats and answer for the other clients.</summary>
    public Crew Crowd { get; }

    public int Staff => Crowd.EndMember;
    public DateTimeOffset FirstMessageAt { get; } = Founded.AddDays(1);
    public TimeSpan Pace => TimeSpan.FromDays(365) / Math.Max(1, Messages);

    /// <summary>Rooms for the fan-out stand behind the ranks: one of 100 members, then fifty of ten.</summary>
    public int Hall => Conversations;
    public int FirstRoom => Conversations + 1;
    public int AllConversations => Conversations + 1 + Rooms;

    public static Town Big(int conversations, long messages) => new(1, conversations & ~1, messages);

    /// <summary>An organization of ten thousand conversations, as lively as those of the big one.</summary>
    public static Town Little(Town big) => new(2, 10_000, 10_000L * big.Messages / big.Conversations);

    public static bool IsGroup(int rank) => rank % 2 == 0;

    public static bool HasGuest(int group) => group % 2 == 0;

    public Guid ConversationId(int rank) => IdOf('c', rank);

    public Guid MemberId(int member) => IdOf('m', member);

    public Guid GuestId(int group) => IdOf('g', group);

    public Guid ClientId(int bridged) => IdOf('p', bridged);

    public Guid BridgeId => IdOf('b', 0);

    public Guid MessageId(long message) => IdOf('e', message);

    public Guid ClientMessageId(long message) => IdOf(ClientMessage, message);

    private Guid IdOf(char kind, long index)
    {
        Span<byte> seed = stackalloc byte[10];
        seed[0] = _number;
        seed[1] = (byte)kind;
        BinaryPrimitives.WriteInt64BigEndian(seed[2..], index);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(seed, hash);
        var id = hash[..16];

        // Ids that the product makes begin with the time; a client's own are random.
        if (kind == ClientMessage) return new Guid(id, bigEndian: true);
        BinaryPrimitives.WriteInt64BigEndian(seed[2..], TimeOf(kind, index).ToUnixTimeMilliseconds() << 16);
        seed[2..8].CopyTo(id);
        id[6] = (byte)(0x70 | id[6] & 0x0f);
        id[8] = (byte)(0x80 | id[8] & 0x3f);
        return new Guid(id, bigEndian: true);
    }

    public DateTimeOffset CreatedAt(int rank) => Founded.AddSeconds(-AllConversations + (rank < Conversations ? (long)rank * Scatter % Conversations : rank));

    public DateTimeOffset MessageAt(long message) => FirstMessageAt + Pace * message;

    /// <summary>The token of an employee.</summary>
    public string Token(int member) =>
        "cct_" + Base64Url.EncodeToString(Id.ToByteArray(bigEndian: true)) + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{_number} {member}")));

    /// <summary>The conversations of each message in the order of time: few are lively, most are quiet.</summary>
    public IEnumerable<int> RanksOfMessages()
    {
        var random = new Random(7);
        for (var i = 0L; i < Messages; i++)
        {
            var draw = random.NextDouble();
            yield return (int)(Conversations * draw * draw * draw);
        }
    }

    /// <summary>The ranks below it hold a hundred messages and more.</summary>
    public int Lively => Conversations / 200;

    /// <summary>The member of a crew who sees the group chat or the mirrored group of this position; null where only the crowd does.</summary>
    public int? CrewMemberOf(int position)
    {
        var slot = _slotOf[position];
        return slot < Large.EndSlot ? Large.MemberAt(slot) : slot < Medium.EndSlot ? Medium.MemberAt(slot) : slot < Small.EndSlot ? Small.MemberAt(slot) : null;
    }

    /// <summary>Positions of group chats and mirrored groups that belong to crews come first.</summary>
    public int AtSlot(int slot) => (int)((long)slot * Scatter % Groups);

    public int OwnerOf(int group) => Crowd.FirstMember + group % Crowd.Members;

    /// <summary>The others of the crowd who are in a group chat with its owner.</summary>
    public int CrowdMemberOf(int group, int which) => Crowd.FirstMember + (group + which * (1 + group / Crowd.Members % 13)) % Crowd.Members;

    /// <summary>The responsible for the client of a mirrored group; the last hundredth is linked to nobody.</summary>
    public int? ResponsibleFor(int bridged) => CrewMemberOf(bridged) ?? (_slotOf[bridged] < Groups - Groups / 100 ? OwnerOf(bridged) : null);

    public int HallMember(int which) => Crowd.FirstMember + which;

    public int RoomMember(int room, int which) => Crowd.FirstMember + (room * RoomMembers + which) % Crowd.Members;

    private DateTimeOffset TimeOf(char kind, long index) => kind switch
    {
        'c' => CreatedAt((int)index),
        'e' => MessageAt(index),
        _ => Founded.AddDays(-30),
    };
}

/// <summary>Employees who see the same number of conversations, half of them as members and half as responsibles.</summary>
internal sealed record Crew(int FirstMember, int Members, int Sees, int FirstSlot)
{
    public int EndMember => FirstMember + Members;

    public int EndSlot => FirstSlot + Members * Sees / 2;

    public int MemberAt(int slot) => FirstMember + (slot - FirstSlot) / (Sees / 2);

    public int Pick(Random random) => random.Next(FirstMember, EndMember);
}
