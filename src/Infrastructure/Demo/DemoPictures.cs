using ClientChats.Application.Files;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClientChats.Infrastructure.Demo.DemoLogo;

namespace ClientChats.Infrastructure.Demo;

/// <summary>Gives chats of the demo company the logos of its clients, once there is a place for files.</summary>
public static class DemoPictures
{
    /// <summary>What a chat's name holds, and the logo that belongs to it.</summary>
    private static readonly (string Part, Func<double, double, int> Logo)[] Logos = [("Ромашка", Daisy), ("Дентал", Smile), ("Маяк", Lighthouse), ("Заречн", House)];

    public static async Task HangAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, arrivals) = (scope.ServiceProvider.GetRequiredService<ClientChatsDb>(), scope.ServiceProvider.GetRequiredService<IArrivals>());
        var (keeper, time) = (scope.ServiceProvider.GetRequiredService<IFileKeeper>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var owner = await db.Members.FirstAsync(member => member.Role == Role.Owner, ct);
        foreach (var (part, logo) in Logos)
        {
            foreach (var conversation in await db.Conversations.Where(c => c.OrganizationId == owner.OrganizationId && c.Name.Contains(part)).ToListAsync(ct))
            {
                var id = Guid.NewGuid();
                await arrivals.AppendAsync(id, new MemoryStream(Draw(logo)), Avatar.MaxBytes, ct);
                var content = await arrivals.ExamineAsync(id, "image/png", ct);
                await keeper.KeepAsync(StoredFile.Arrived(owner.OrganizationId, id, owner.Id, $"{part}.png", "image/png", content, time.GetUtcNow()), finishes: false, ct);
                await db.Files.Where(f => f.OrganizationId == owner.OrganizationId && f.Id == id).ExecuteUpdateAsync(file => file.SetProperty(f => f.AttachedAt, f => f.CreatedAt), ct);
                conversation.ShowPicture(id, Managing(owner));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>White petals about a yellow middle.</summary>
    private static int Daisy(double x, double y)
    {
        var from = Length(x, y);
        if (from < 0.2) return 0xF4B740;
        return from < 0.38 + 0.34 * Math.Pow(Math.Abs(Math.Cos(Math.Atan2(y, x) * 4)), 0.6) ? 0xFFFFFF : 0x3E8E5A;
    }

    /// <summary>A wide smile.</summary>
    private static int Smile(double x, double y)
    {
        var inner = Length(x / 0.62, (y + 0.18) / 0.66);
        return y > -0.18 && inner < 1 && Length(x / 0.5, (y + 0.3) / 0.42) > 1 ? 0xFFFFFF : Length(Math.Abs(x) - 0.34, y + 0.4) < 0.1 ? 0xFFFFFF : 0x2E86AB;
    }

    /// <summary>A tower with its light to both sides.</summary>
    private static int Lighthouse(double x, double y)
    {
        if (y is > -0.42 and < 0.7 && Math.Abs(x) < 0.16 + (y + 0.42) * 0.12) return (int)Math.Floor((y + 0.42) / 0.28) % 2 == 0 ? 0xFFFFFF : 0xD9523F;
        if (y is > -0.66 and <= -0.42 && Math.Abs(x) < 0.15 || y is <= -0.66 && y > -0.84 && Math.Abs(x) < (y + 0.84)) return 0xF6D365;
        return Math.Abs(y + 0.54) < (Math.Abs(x) - 0.15) * 0.28 && Math.Abs(x) > 0.15 ? 0xFBEBB0 : 0x1F4E79;
    }

    /// <summary>A house with a warm window.</summary>
    private static int House(double x, double y)
    {
        if (Math.Abs(x) < 0.15 && y is > 0.02 and < 0.34) return 0xF4B740;
        var roof = y is > -0.62 and < -0.02 && Math.Abs(x) < (y + 0.62) * 1.15;
        var walls = y is >= -0.02 and < 0.6 && Math.Abs(x) < 0.5;
        return roof ? 0xF2E8DC : walls ? 0xFFFFFF : 0x8A5A3B;
    }

    private static Standing Managing(Member owner) => new(
        new Viewer(owner.OrganizationId, owner.Id, owner.Role, owner.IsSupervisor, owner.IsQualityControl, owner.ReceivesNewClients),
        Sees: false, IsMember: false, IsOwner: false, IsChannelAdministrator: false, IsOpen: false, IsResponsible: false, ReceivesIt: false, IsOverseer: false, IsManager: true, HistoryFloor: 0);
}
