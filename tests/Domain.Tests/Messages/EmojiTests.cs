using ClientChats.Domain.Messages;

namespace ClientChats.Domain.Tests.Messages;

public sealed class EmojiTests
{
    [Theory]
    [InlineData("👍"), InlineData("👍🏽"), InlineData("❤️"), InlineData("❤"), InlineData("👨‍👩‍👧‍👦"), InlineData("🇷🇺"), InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿"), InlineData("1️⃣"), InlineData("🫡"), InlineData("✅")]
    public void One_emoji_is_one_whatever_it_is_put_together_from(string text) => Emoji.IsOne(text).ShouldBeTrue();

    [Theory]
    [InlineData(""), InlineData("a"), InlineData("да"), InlineData("1"), InlineData("👍👍"), InlineData("👍 "), InlineData("№"), InlineData("<b>"), InlineData("‮"), InlineData("\u0301")]
    public void Words_signs_and_several_are_none(string text) => Emoji.IsOne(text).ShouldBeFalse();
}
