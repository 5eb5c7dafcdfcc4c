using ClientChats.Domain.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace ClientChats.Domain.Tests.Messages;

/// <summary>Somebody is called by his name where a person would say that he is, and nowhere else.</summary>
public sealed class MentionTests
{
    private static readonly Guid _chat = Guid.NewGuid();

    private static readonly Mentionable[] _people =
    [
        new(Guid.NewGuid(), "Ольга", "Белова", IsOnlooker: false), new(Guid.NewGuid(), "Анна", "Белова", IsOnlooker: true), new(Guid.NewGuid(), "Артём", "Ежов", IsOnlooker: false),
        new(Guid.NewGuid(), "Анна Мария", "Кузьмина", IsOnlooker: false), new(Guid.NewGuid(), "Марина Орлова", "", IsOnlooker: false),
    ];

    [Theory]
    [InlineData("@Ольга Белова, посмотрите", "Ольга Белова 0+13")]
    [InlineData("Посмотрите, @ольга белова!", "Ольга Белова 12+13")]
    [InlineData("(@Артем)", "Артём Ежов 1+6")]
    [InlineData("@Белова", "")]
    [InlineData("@Анна", "Анна Белова 0+5")]
    [InlineData("@Анна Мария Кузьмина и @Марина Орлова", "Анна Мария Кузьмина 0+20; Марина Орлова 23+14")]
    [InlineData("@Ежову", "")]
    [InlineData("@Ежов @Ежов", "Артём Ежов 0+5; Артём Ежов 6+5")]
    [InlineData("пишите на me@Ежов.рф", "")]
    [InlineData("t.me/@Ежов и \\@Ежов", "")]
    [InlineData("`@Ежов` и ``a ` @Ежов`` и ```\n@Ежов\n```", "")]
    [InlineData("`незакрыто @Ежов", "Артём Ежов 11+5")]
    [InlineData("**@Ежов**, @все!", "Артём Ежов 2+5; все 11+4")]
    [InlineData("@everyone @All", "все 0+9; все 10+4")]
    [InlineData("@всегда", "")]
    [InlineData("@", "")]
    [InlineData("и @ Ежов", "")]
    public void A_call_is_found_by_name(string text, string found) =>
        string.Join("; ", Circle().FindIn(text)?.Select(mention => $"{NameOf(mention.Of)} {mention.Start}+{mention.Length}") ?? []).ShouldBe(found);

    [Fact]
    public void Namesakes_are_called_together_and_only_by_the_whole_name()
    {
        var circle = Circle() with { People = [new Mentionable(Guid.NewGuid(), "Иван", "Ли", IsOnlooker: false), new Mentionable(Guid.NewGuid(), "Иван", "Ли", IsOnlooker: true)] };

        circle.FindIn("@Иван Ли")!.Select(mention => (mention.Of, mention.IsOnlooker)).ShouldBe(circle.People.Select(person => (person.Id, person.IsOnlooker)));
        circle.FindIn("@Иван").ShouldBeNull();
    }

    [Fact]
    public void Everybody_is_called_only_by_who_may() => (Circle() with { Everyone = false }).FindIn("@все @everyone").ShouldBeNull();

    [Fact]
    public void A_message_calls_at_most_so_often() => Circle().FindIn(string.Concat(Enumerable.Repeat("@Ежов ", Mention.MaxPerMessage + 10)))!.Count.ShouldBe(Mention.MaxPerMessage);

    [Fact]
    public void Whatever_is_written_each_call_is_a_name_after_an_at() => Prop.ForAll(
        ArbMap.Default.ArbFor<string[]>().Filter(parts => parts is not null),
        parts =>
        {
            var text = string.Join("@Ежов", parts);
            return Circle().FindIn(text) is not { } found || found.All(mention => text[mention.Start] == '@' && mention.Start + mention.Length <= text.Length);
        }).QuickCheckThrowOnFailure();

    private static MentionableCircle Circle() => new(_chat, _people, Everyone: true);

    private static string NameOf(Guid id) => id == _chat ? "все" : _people.Where(person => person.Id == id).Select(person => $"{person.FirstName} {person.LastName}".Trim()).Single();
}
