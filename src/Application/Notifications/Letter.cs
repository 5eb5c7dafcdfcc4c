namespace ClientChats.Application.Notifications;

/// <summary>A letter from the organization: a greeting, a thought, one button, and what else is to be known. It is the same as text.</summary>
internal sealed record Letter
{
    /// <summary><c>ru</c> or <c>en</c>.</summary>
    public required string Locale { get; init; }
    public required string Organization { get; init; }
    public required string Subject { get; init; }
    public required string Greeting { get; init; }
    public required string Lead { get; init; }
    public string? Note { get; init; }
    public required string Button { get; init; }
    public required string Link { get; init; }
    public required string Foot { get; init; }

    public Mail To(string address) => new(address, Subject, AsText(), AsHtml().ToString());

    private string AsText() => string.Join("\n\n", new[] { Greeting, Lead, Note, $"{Button}:\n{Link}", Foot, $"-- \n{Organization}" }.OfType<string>()) + "\n";

    private Html AsHtml() => Html.Of($"""
        <!doctype html>
        <html lang="{Locale}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{Subject}</title>
        </head>
        <body style="margin:0;padding:0;background-color:#f1f4f3;color:#15211d;font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f1f4f3">
        <tr><td align="center" style="padding:36px 16px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background-color:#ffffff;border:1px solid #dde4e1;border-radius:14px">
        <tr><td style="padding:34px 40px 30px">
        <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
        <td width="34" height="34" align="center" style="width:34px;height:34px;background-color:#0b6b57;border-radius:10px;color:#ffffff;font-size:16px;font-weight:600;line-height:34px">{Initial}</td>
        <td style="padding-left:11px;font-size:15px;font-weight:600;color:#15211d"><bdi>{Organization}</bdi></td>
        </tr></table>
        <h1 style="margin:24px 0 10px;font-size:23px;line-height:30px;font-weight:600;color:#15211d">{Greeting}</h1>
        <p style="margin:0 0 10px;font-size:16px;line-height:24px;color:#15211d">{Lead}</p>
        {NoteAsHtml()}
        <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:22px 0 26px"><tr>
        <td style="background-color:#0b6b57;border-radius:11px"><a href="{Link}" style="display:inline-block;padding:13px 27px;font-size:17px;line-height:22px;font-weight:500;color:#ffffff;text-decoration:none">{Button}</a></td>
        </tr></table>
        <p style="margin:0;font-size:13px;line-height:19px;color:#56645f">{Foot}</p>
        </td></tr>
        </table>
        </td></tr>
        </table>
        </body>
        </html>
        """);

    private string Initial => Organization.EnumerateRunes().Where(System.Text.Rune.IsLetterOrDigit).Select(rune => System.Text.Rune.ToUpperInvariant(rune).ToString()).FirstOrDefault("·");

    private Html NoteAsHtml() => Note is null ? Html.Of($"") : Html.Of($"""<p style="margin:0 0 10px;font-size:16px;line-height:24px;color:#56645f">{Note}</p>""");
}
