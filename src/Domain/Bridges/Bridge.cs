using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;

namespace ClientChats.Domain.Bridges;

/// <summary>A connection to an outside messenger. It calls us with a key in the path and signs what it says with a secret.</summary>
public sealed class Bridge : Aggregate
{
    public const string Development = "development";
    public const int MaxNameLength = 100;

    private Bridge() { }

    public Guid Id { get; private init; }
    public string Kind { get; private init; } = "";
    public string Name { get; private set; } = "";
    public byte[] KeyHash { get; private init; } = [];

    /// <summary>The key, encrypted; administrators are shown the path that holds it.</summary>
    public string KeyProtected { get; private init; } = "";

    /// <summary>The secret, encrypted: signatures cannot be checked against a hash.</summary>
    public string SecretProtected { get; private init; } = "";
    public bool IsEnabled { get; private set; } = true;

    /// <summary>The position of the last event that came in.</summary>
    public long LastEvent { get; private set; }

    /// <summary>The position of the last message that went out.</summary>
    public long LastOutgoing { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? DeletedAt { get; private set; }

    public bool IsOpen => IsEnabled && DeletedAt is null;

    public static Bridge Connect(Guid id, Viewer by, string kind, string name, byte[] keyHash, string keyProtected, string secretProtected, DateTimeOffset at)
    {
        Refuse.Unless(by.IsAdministrator, MemberRefusals.MayNotManage);
        return new Bridge
        {
            OrganizationId = by.OrganizationId, Id = id, Kind = kind, Name = PersonName.Tidy(name), KeyHash = keyHash,
            KeyProtected = keyProtected, SecretProtected = secretProtected, CreatedAt = at,
        };
    }

    public void Rename(string name) => Name = PersonName.Tidy(name);

    public void Switch(bool on) => IsEnabled = on;

    /// <summary>Takes the bridge down; the chats that came through it stay.</summary>
    public void Delete(DateTimeOffset at) => (DeletedAt, IsEnabled) = (at, false);
}
