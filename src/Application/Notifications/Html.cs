using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ClientChats.Application.Notifications;

/// <summary>A piece of HTML. What is put into its holes is encoded, unless it is a piece of HTML itself.</summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _text;

    private Html(string text) => _text = text;

    public static Html Of(Template template) => new(template.ToString());

    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces));

    public override string ToString() => _text;

    /// <summary>Takes an interpolated string apart, so that nothing gets into HTML unencoded by oversight.</summary>
    [InterpolatedStringHandler]
    public readonly struct Template
    {
        private readonly StringBuilder _text;

        public Template(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + formattedCount * 32);

        public void AppendLiteral(string text) => _text.Append(text);

        public void AppendFormatted(string text) => _text.Append(Encoder.Encode(text));

        public void AppendFormatted(Html piece) => _text.Append(piece._text);

        public override string ToString() => _text.ToString();
    }
}
