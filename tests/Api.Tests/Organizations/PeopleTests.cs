using ClientChats.Application.Kernel;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Organizations;
using ClientChats.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Api.Tests.Organizations;

public sealed class PeopleTests(TestApp app) : IClassFixture<TestApp>
{
    /// <remarks>Mattermost CVE-2026-3115, CVE-2025-4128.</remarks>
    [Fact]
    public async Task A_guest_knows_whoever_shares_a_chat_with_her_and_administrators_and_nobody_else()
    {
        var olga = await app.JoinAsync("Ольга Белова", Role.Admin);
        var anna = await app.JoinAsync("Анна Ершова");
        var boris = await app.JoinAsync("Борис Орлов");
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);
        var gleb = await app.JoinAsync("Глеб Дентал", Role.Guest);
        await StartGroupAsync(anna, maria);
        (await app.Nikolai.PatchAsync($"/members/{maria.Id}", new { company = "Ромашка" })).Expect(200);

        var known = (await maria.GetAsync("/members?limit=200")).Expect(200);

        known.Items.Select(person => person["id"].Id).Except(Administrators(known)).ShouldBe([maria.Id, anna.Id], ignoreOrder: true);
        known.Items.Select(person => person["id"].Id).ShouldContain(olga.Id);
        known.Text.ShouldNotContain("@");
        known.Items.ShouldAllBe(person => person.Fields.All(field => FieldsForGuests.Contains(field)));
        (await maria.GetAsync($"/members/{anna.Id}")).Expect(200).Body.Fields.ShouldBe(FieldsForGuests.Where(field => field != "company"), ignoreOrder: true);

        var unknown = (await maria.GetAsync($"/members/{Guid.NewGuid()}")).Refuses(404, "members.notFound");
        foreach (var stranger in new[] { boris, gleb }) (await maria.GetAsync($"/members/{stranger.Id}")).Bytes.ShouldBe(unknown.Bytes);
        (await maria.GetAsync("/members/not-an-id")).Bytes.ShouldBe(unknown.Bytes);
        (await maria.GetAsync($"/members?query={anna.Email}")).Items.ShouldBeEmpty();
        (await maria.GetAsync("/members?query=Орлов")).Items.ShouldBeEmpty();
        (await maria.GetAsync("/members?query=ершова")).Items.Single()["id"].Id.ShouldBe(anna.Id);
        (await boris.GetAsync($"/members/{gleb.Id}")).Expect(200);
    }

    [Fact]
    public async Task A_guest_who_is_taken_out_of_the_chat_knows_its_people_no_longer()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);
        var chat = await StartGroupAsync(anna, maria);
        (await maria.GetAsync($"/members/{anna.Id}")).Expect(200);

        await TakeOutAsync(chat, anna, maria);

        (await maria.GetAsync($"/members/{anna.Id}")).Refuses(404, "members.notFound");
    }

    [Fact]
    public async Task A_guest_does_not_know_administrators_who_were_deactivated()
    {
        var olga = await app.JoinAsync("Ольга Белова", Role.Admin);
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);
        (await maria.GetAsync($"/members/{olga.Id}")).Expect(200)["can"]["write"].IsTrue.ShouldBeTrue();

        (await app.Nikolai.PatchAsync($"/members/{olga.Id}", new { status = "deactivated" })).Expect(200);

        (await maria.GetAsync($"/members/{olga.Id}")).Refuses(404, "members.notFound");
    }

    [Fact]
    public async Task An_employee_sees_addresses_and_duties_and_only_administrators_see_numbers()
    {
        var vera = await app.JoinAsync("Вера Контролёва", Role.Employee, Duty.QualityControl);
        var anna = await app.JoinAsync("Анна Ершова");
        (await app.Nikolai.PatchAsync($"/members/{vera.Id}", new { phones = new[] { "+79120000042" } })).Expect(200);

        var seen = (await anna.GetAsync($"/members/{vera.Id}")).Expect(200);
        seen["email"].Text.ShouldBe(vera.Email);
        seen["duties"].Texts.ShouldBe(["qualityControl"]);
        seen["phones"].Exists.ShouldBeFalse();
        seen["crmUserIds"].Exists.ShouldBeFalse();
        (await anna.GetAsync("/members?limit=200")).Text.ShouldNotContain("79120000042");
        (await app.Nikolai.GetAsync($"/members/{vera.Id}"))["phones"].Texts.ShouldBe(["+79120000042"]);
    }

    [Fact]
    public async Task What_one_may_do_to_a_person_is_said_with_the_person()
    {
        var olga = await app.JoinAsync("Ольга Белова", Role.Admin);
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);

        async Task<string> Can(Person reader, Person whom) =>
            string.Join(' ', (await reader.GetAsync($"/members/{whom.Id}")).Expect(200)["can"] is var can ? can.Fields.Where(field => can[field].IsTrue) : []);

        (await Can(app.Nikolai, olga)).ShouldBe("changeRole changeDuties deactivate write");
        (await Can(olga, app.Nikolai)).ShouldBe("write");
        (await Can(olga, olga)).ShouldBe("changeDuties");
        (await Can(olga, maria)).ShouldBe("changeRole deactivate write");
        (await Can(maria, olga)).ShouldBe("write");
        (await Can(maria, maria)).ShouldBe("");
        (await app.Nikolai.PatchAsync($"/members/{maria.Id}", new { status = "deactivated" })).Expect(200);
        (await Can(olga, maria)).ShouldBe("changeRole reactivate");
    }

    [Fact]
    public async Task People_are_found_by_role_status_name_and_address()
    {
        var semyon = await app.JoinAsync("Семён Рублёв-Ялтинский");
        var fedora = await app.JoinAsync("Федора Рублёва-Ялтинская", Role.Guest);
        (await app.Nikolai.PatchAsync($"/members/{fedora.Id}", new { status = "deactivated", company = "Золото" })).Expect(200);

        async Task<IReadOnlyList<Guid>> Found(string query) => [.. (await semyon.GetAsync("/members?" + query)).Expect(200).Items.Select(person => person["id"].Id)];

        (await Found("query=рублев")).ShouldBe([semyon.Id, fedora.Id]);
        (await Found("query=ЯЛТИНСКИЙ семен")).ShouldBe([semyon.Id]);
        (await Found($"query={semyon.Email.ToUpperInvariant()}")).ShouldBe([semyon.Id]);
        (await Found("query=золото")).ShouldBe([fedora.Id]);
        (await Found("query=рублев&status=active")).ShouldBe([semyon.Id]);
        (await Found("query=рублев&role=guest")).ShouldBe([fedora.Id]);
        (await Found("query=рублев&role=guest&role=employee")).ShouldBe([semyon.Id, fedora.Id]);
        (await Found("query=%25")).ShouldBeEmpty();
        (await semyon.GetAsync("/members?role=king")).Refuses(400, "request.malformed");
        (await semyon.GetAsync("/members?role=1")).Refuses(400, "request.malformed");
        (await semyon.GetAsync("/members?limit=0")).RefusesField("limit", "validation.outOfRange");
        (await semyon.GetAsync("/members?limit=201")).RefusesField("limit", "validation.outOfRange");
        (await semyon.GetAsync("/members?limit=many")).Refuses(400, "request.malformed");
        (await semyon.GetAsync($"/members?query={new string('я', 101)}")).RefusesField("query", "validation.tooLong");
        (await semyon.GetAsync("/members?query=%00")).Refuses(400, "request.malformed");
    }

    [Fact]
    public async Task A_long_list_is_read_part_by_part_with_nobody_twice_and_nobody_left_out()
    {
        foreach (var name in new[] { "Яков", "Аким", "Аким", "Ефим", "Ёлка", "аким" }) await app.JoinAsync($"{name} Постраничный");
        var all = (await app.Nikolai.GetAsync("/members?query=постраничный")).Expect(200).Items.Select(person => person["id"].Id).ToList();
        all.Count.ShouldBe(6);

        var read = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = (await app.Nikolai.GetAsync($"/members?query=постраничный&limit=2{(cursor is null ? "" : $"&cursor={cursor}")}")).Expect(200);
            read.AddRange(page.Items.Select(person => person["id"].Id));
            if (read.Count == 2) await app.JoinAsync("Абрам Постраничный");
            cursor = page["nextCursor"].IsNull ? null : page["nextCursor"].Text;
        }
        while (cursor is not null);

        read.ShouldBe(all);
    }

    [Theory]
    [InlineData("x"), InlineData("W10"), InlineData("WyJhIiwiYiIsImMiXQ"), InlineData("WyJhXHUwMDAwIiwiYiIsImMiXQ"), InlineData("bnVsbA"), InlineData("WyJcdWQ4MDAiLCJiIiwiYyJd")]
    public async Task A_cursor_that_is_none_is_refused(string cursor) =>
        (await app.Nikolai.GetAsync($"/members?cursor={cursor}")).RefusesField("cursor", "validation.cursor");

    [Fact]
    public async Task Nobody_of_another_organization_is_seen()
    {
        var foreigner = Guid.NewGuid();
        await app.SqlAsync("""
            with other as (insert into organizations select gen_random_uuid(), 'Чужая', locale, time_zone, country, invitation_lifetime_days, responsibility, oversee_client_directs, 1, now() from organizations limit 1 returning id)
            insert into members (organization_id, id, email, email_key, first_name, last_name, role, status, is_supervisor, is_quality_control, receives_new_clients, locale, time_zone, access_version, created_at)
            select id, $1, 'x@other.example', 'x@other.example', 'Чужой', 'Человек', 'owner', 'active', false, false, false, 'ru', 'Europe/Moscow', 0, now() from other
            """, foreigner);

        (await app.Nikolai.GetAsync($"/members/{foreigner}")).Refuses(404, "members.notFound");
        (await app.Nikolai.GetAsync("/members?query=чужой")).Items.ShouldBeEmpty();
        (await app.Nikolai.PatchAsync($"/members/{foreigner}", new { role = "guest" })).Refuses(404, "members.notFound");
    }

    private static readonly string[] FieldsForGuests = ["id", "firstName", "lastName", "displayName", "role", "status", "isClient", "company", "can"];

    private static IEnumerable<Guid> Administrators(Answer people) => people.Items.Where(person => person["role"].Text is "owner" or "admin").Select(person => person["id"].Id);

    private Task<Guid> StartGroupAsync(Person owner, Person guest) => app.InsideAsync(async services =>
    {
        var db = services.GetRequiredService<IClientChatsDb>();
        var unit = services.GetRequiredService<IUnitOfWork>();
        await unit.BeginAsync(app.OrganizationId, CancellationToken.None);
        var member = await db.Members.SingleAsync(m => m.Id == guest.Id);
        var chat = Conversation.StartGroup(Guid.CreateVersion7(), "Сайт | Ромашка", owner.AsViewer(), [member], DateTimeOffset.UtcNow);
        db.Conversations.Add(chat);
        await unit.SaveAsync(CancellationToken.None);
        await unit.RefreshAccessAsync(app.OrganizationId, [chat.Id], "created", owner.Id, CancellationToken.None);
        await unit.CommitAsync(CancellationToken.None);
        return chat.Id;
    });

    private Task TakeOutAsync(Guid chatId, Person owner, Person guest) => app.InsideAsync(async services =>
    {
        var unit = services.GetRequiredService<IUnitOfWork>();
        await unit.BeginAsync(app.OrganizationId, CancellationToken.None);
        var db = services.GetRequiredService<IClientChatsDb>();
        await db.ConversationMembers.Where(place => place.ConversationId == chatId && place.MemberId == guest.Id).ExecuteDeleteAsync();
        await unit.RefreshAccessAsync(app.OrganizationId, [chatId], "memberRemoved", owner.Id, CancellationToken.None);
        await unit.CommitAsync(CancellationToken.None);
    });
}
