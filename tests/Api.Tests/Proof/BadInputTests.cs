using System.Text;
using System.Text.Json.Nodes;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Proof;

/// <summary>Every field of every request is sent wrong in every way that we know; each gets a coded answer, and nothing is written.</summary>
[Collection(ProofApp.Collection)]
public sealed class BadInputTests(ProofApp app)
{
    private static readonly string Long = new('я', 100_000);

    [Fact]
    public async Task A_field_that_is_wrong_is_refused_by_name_and_nothing_is_written()
    {
        var api = await ApiDocument.OfAsync(app);
        var wrong = new List<string>();
        var tried = 0;
        foreach (var operation in api.Operations.Where(operation => operation.Body.Exists))
        {
            var body = Samples.BodyOf(app, operation).ShouldNotBeNull($"{operation.Name} has no sample");
            var schema = api.Resolve(operation.Body);
            if (operation.Name.StartsWith("POST /hooks", StringComparison.Ordinal)) continue;

            var before = await app.FingerprintAsync();
            foreach (var (field, place, of) in FieldsOf(api, schema, body))
            {
                foreach (var (what, value, status) in WaysToBeWrong(api.Resolve(of), of, IsRequired(api, schema, field)))
                {
                    tried++;
                    var answer = await SendAsync(operation, With(body, place, value));
                    var described = $"{operation.Name} {field} {what}: {answer.Status} {answer.Text}";
                    if (IsAnsweredOneByOne(operation, field) && answer.Status == 200 && answer.Items.All(item => item["error"]["code"].Exists && IsAbout(item["error"]["field"].Text, field["items.".Length..]))) continue;
                    if (operation.Name == "POST /invitations/ask" && answer.Status == 202) continue;
                    if (answer.Status is >= 500 or < 400 || answer.Code is null || status == 400 && (answer.Status, answer.Code) != (400, "request.malformed")) wrong.Add(described);
                    if (answer.Status == 422 && answer.Code == "request.invalid" && !answer.Body["errors"].Fields.Any(named => IsAbout(named, field))) wrong.Add("no name: " + described);
                }
            }

            if (await app.ChangedSinceAsync(before) is { Count: > 0 } changed) wrong.Add($"{operation.Name} changed {string.Join(", ", changed)}");
        }

        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task A_body_that_is_no_body_is_called_so()
    {
        var api = await ApiDocument.OfAsync(app);
        var wrong = new List<string>();
        foreach (var operation in api.Operations.Where(operation => operation.Body.Exists && !operation.Name.StartsWith("POST /hooks", StringComparison.Ordinal)))
        {
            foreach (var text in new[] { "", "{", "[]", "null", "\"x\"", "1", "{\"a\":\"\\u0000\"", new string('[', 100_000), "{\"\\ud800\":1}" }.Where(text => !operation.MayLackBody || text is not ("" or "null")))
            {
                var answer = await SendAsync(operation, new StringContent(text, Encoding.UTF8, "application/json"));
                var isPatch = operation.Method == "PATCH" && text.Contains("ud800", StringComparison.Ordinal);
                if (answer.Status != 400 && !isPatch && !(text.Contains("ud800", StringComparison.Ordinal) && answer.Status is >= 400 and < 500) || answer.Code is null) wrong.Add($"{operation.Name} {text[..Math.Min(9, text.Length)]}: {answer.Status} {answer.Text}");
            }

            var form = await SendAsync(operation, new StringContent("a=b", Encoding.UTF8, "text/plain"));
            if ((form.Status, form.Code) != (415, "request.mediaType")) wrong.Add($"{operation.Name} as text: {form.Status} {form.Text}");
            var bytes = await SendAsync(operation, new ByteArrayContent([0xff, 0xfe, 0x00]) { Headers = { ContentType = new("application/json") } });
            if ((bytes.Status, bytes.Code) != (400, "request.malformed")) wrong.Add($"{operation.Name} as bytes: {bytes.Status} {bytes.Text}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_too_large_everywhere()
    {
        var api = await ApiDocument.OfAsync(app);
        var large = new byte[10_000_000];
        var wrong = new List<string>();
        foreach (var operation in api.Operations.Where(operation => operation.Body.Exists))
        {
            using var content = new ByteArrayContent(large) { Headers = { ContentType = new("application/json") } };
            var answer = await app.Owner.SendAsync(new HttpMethod(operation.Method), Samples.PathOf(app, operation), content, ("Expect", "100-continue"), ("If-Match", "*"));
            if ((answer.Status, answer.Code) != (413, "request.tooLarge")) wrong.Add($"{operation.Name}: {answer.Status} {answer.Text}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_query_that_is_wrong_is_refused_and_no_server_fails_over_it()
    {
        var api = await ApiDocument.OfAsync(app);
        var wrong = new List<string>();
        foreach (var operation in api.Operations)
        {
            foreach (var parameter in operation.Parameters("query"))
            {
                var name = parameter["name"].Text;
                var schema = api.Resolve(parameter["schema"]);
                var type = schema["type"].Text;
                var isChoice = schema["enum"].Exists || type == "array";
                string[] unreadable = ["%00", "a%00b", .. isChoice ? ["nonsense", "0"] : type switch
                {
                    "integer" => ["abc", "1.5", "1e3", "99999999999999999999", "0x10"],
                    "boolean" => ["2", "maybe"],
                    _ when schema["format"].Exists => ["abc", "1"],
                    _ => Array.Empty<string>(),
                }];
                string[] refused = [.. name == "limit" ? ["0", "-1", "201", "2147483647"] : type == "integer" ? ["-1"] : Array.Empty<string>(), .. name is "cursor" ? ["abc", "W10", "WyIiXQ", new string('a', 3000)] : name is "query" ? [new string('a', 3000)] : Array.Empty<string>()];
                foreach (var value in unreadable)
                {
                    var answer = await SendAsync(operation, null, $"?{name}={value}");
                    if ((answer.Status, answer.Code) != (400, "request.malformed")) wrong.Add($"{operation.Name} {name}={value}: {answer.Status} {answer.Text}");
                }

                foreach (var value in refused)
                {
                    var answer = await SendAsync(operation, null, $"?{name}={value}");
                    if (answer.Status != 422 && !(answer.Status == 404 && operation.Path.StartsWith("/bridges", StringComparison.Ordinal)) || answer.Status == 422 && !answer.Body["errors"].Fields.Contains(name)) wrong.Add($"{operation.Name} {name}={value[..Math.Min(9, value.Length)]}: {answer.Status} {answer.Text}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    private async Task<Answer> SendAsync(Operation operation, object? body, string query = "") =>
        await CallerOf(operation).SendAsync(new HttpMethod(operation.Method), Samples.PathOf(app, operation) + With(Samples.QueryOf(operation), query), body ?? (operation.IsUnsafe ? new { } : null), ("If-Match", "*"));

    /// <summary>What an operation needs, and what is tried instead or beside it.</summary>
    private static string With(string needed, string tried) => needed.Length == 0 || tried.Length == 0 || tried.StartsWith("?query=", StringComparison.Ordinal) ? tried : $"{needed}&{tried[1..]}";

    /// <summary>Somebody who may do it, so that nothing else is the reason of a refusal.</summary>
    private Person CallerOf(Operation operation) =>
        operation.Path.StartsWith("/conversations/", StringComparison.Ordinal) || operation.Path.StartsWith("/chats/", StringComparison.Ordinal) ? app.ChatOwner : app.Owner;

    private static bool IsAbout(string named, string field)
    {
        var plain = System.Text.RegularExpressions.Regex.Replace(named, @"\[\d*\]", "");
        return plain == field || field.StartsWith(plain + ".", StringComparison.Ordinal) || plain.EndsWith("." + field, StringComparison.Ordinal);
    }

    /// <summary>Each contact of a batch has an answer of its own.</summary>
    private static bool IsAnsweredOneByOne(Operation operation, string field) => operation.Path.EndsWith("/batch", StringComparison.Ordinal) && field.StartsWith("items.", StringComparison.Ordinal);

    private static bool IsRequired(ApiDocument api, Json schema, string field)
    {
        var parts = field.Split('.');
        for (var at = schema; ; parts = parts[1..])
        {
            var required = at["required"].Exists && at["required"].Texts.Contains(parts[0]);
            if (parts.Length == 1 || !required) return required;
            at = Inside(api, at["properties"][parts[0]]);
        }
    }

    private static Json Inside(ApiDocument api, Json schema)
    {
        var at = api.Resolve(schema["oneOf"].Exists ? schema["oneOf"].Items.Single(one => one["$ref"].Exists) : schema);
        return at["items"].Exists ? api.Resolve(at["items"]) : at;
    }

    /// <summary>The fields that a sample gives, down to those of the first item of a list.</summary>
    private static IEnumerable<(string Field, string[] Place, Json Schema)> FieldsOf(ApiDocument api, Json schema, JsonObject body, string field = "", params string[] place)
    {
        foreach (var (name, value) in body.ToList())
        {
            var of = schema["properties"][name];
            of.Exists.ShouldBeTrue($"{field}{name} is not in the document");
            yield return (field + name, [.. place, name], of);
            if (value is JsonObject inner)
                foreach (var deeper in FieldsOf(api, Inside(api, of), inner, $"{field}{name}.", [.. place, name])) yield return deeper;
            if (value is JsonArray { Count: > 0 } list && list[0] is JsonObject item)
                foreach (var deeper in FieldsOf(api, Inside(api, of), item, $"{field}{name}.", [.. place, name, "0"])) yield return deeper;
        }
    }

    /// <summary>Values that must be refused; unreadable ones with 400.</summary>
    private static IEnumerable<(string What, string? Value, int Status)> WaysToBeWrong(Json schema, Json field, bool isRequired)
    {
        var types = schema["type"].Element is { ValueKind: System.Text.Json.JsonValueKind.Array } ? schema["type"].Texts : schema["type"].Exists ? [schema["type"].Text] : [];
        var type = types.FirstOrDefault(t => t != "null") ?? (field["oneOf"].Exists ? "object" : "string");
        if (isRequired) yield return ("is missing", null, 0);
        if (isRequired && !types.Contains("null")) yield return ("is null", "null", 0);
        foreach (var (other, value) in new[] { ("string", "\"x\""), ("integer", "12"), ("boolean", "true"), ("array", "[]"), ("object", "{}"), ("array", "[[]]"), ("array", "[{}]") })
        {
            if (other != type && !(schema["format"].Exists && other == "string")) yield return ($"is {value}", value, 400);
        }

        if (type == "integer")
            foreach (var number in new[] { "1e300", "99999999999999999999", "1.5", "\"1\"", "-1", "-9223372036854775808" }) yield return ($"is {number}", number, number.StartsWith('-') ? 0 : 400);
        if (type is not ("string" or "array")) yield break;

        yield return ("holds NUL", type == "array" ? "[\"a\\u0000b\"]" : "\"a\\u0000b\"", 400);
        yield return ("holds half a character", type == "array" ? "[\"\\ud800\"]" : "\"\\ud800\"", 400);
        yield return ("is too long", type == "array" ? $"[\"{Long}\"]" : $"\"{Long}\"", 0);
        if (type == "array") yield return ("holds null", "[null]", 0);
        if (type == "string" && schema["format"].Exists) yield return ("is no such thing", "\"13 o'clock\"", 400);
    }

    /// <summary>The sample with one field left out, or with this JSON in its place, which need not be one that can be held as a value.</summary>
    private static StringContent With(JsonObject body, string[] place, string? value)
    {
        const string Here = "\"@here@\"";
        var copy = body.DeepClone().AsObject();
        JsonNode at = copy;
        foreach (var step in place[..^1]) at = at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!;
        if (value is null) at.AsObject().Remove(place[^1]);
        else at.AsObject()[place[^1]] = JsonNode.Parse(Here);
        return new StringContent(copy.ToJsonString().Replace(Here, value, StringComparison.Ordinal), Encoding.UTF8, "application/json");
    }
}
