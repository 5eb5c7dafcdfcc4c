using System.Net.Http.Headers;
using System.Text;

namespace ClientChats.Tests;

/// <summary>What the app has answered.</summary>
public sealed class Answer
{
    private readonly string _request;
    private readonly HttpResponseHeaders _headers;

    private Answer(HttpResponseMessage response, byte[] body)
    {
        _request = $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.PathAndQuery}";
        _headers = response.Headers;
        Status = (int)response.StatusCode;
        Bytes = body;
        ContentType = response.Content.Headers.ContentType?.MediaType;
        Body = body.Length > 0 && ContentType?.EndsWith("json", StringComparison.Ordinal) == true ? Json.Parse(Text) : default;
    }

    public int Status { get; }

    public byte[] Bytes { get; }

    public string? ContentType { get; }

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The body, where it is JSON.</summary>
    public Json Body { get; }

    public Json this[string field] => Body[field];

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<Json> Items => Body["items"].Items;

    /// <summary>The stable code of a refusal.</summary>
    public string? Code => Body["code"].Exists ? Body["code"].Text : null;

    public string? Header(string name) => _headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response) return new Answer(response, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Holds that the answer has this status, and hands it on.</summary>
    public Answer Expect(int status)
    {
        Status.ShouldBe(status, $"{_request} answered {Status}: {Text}");
        return this;
    }

    /// <summary>Holds that the request was refused with this status and code.</summary>
    public Answer Refuses(int status, string code)
    {
        Expect(status);
        Code.ShouldBe(code, $"{_request} answered {Text}");
        return this;
    }

    /// <summary>Holds that one field was refused with this code.</summary>
    public Answer RefusesField(string field, string code)
    {
        Expect(422);
        Body["errors"][field][0]["code"].ToString().ShouldBe(code, $"{_request} answered {Text}");
        return this;
    }
}
