using System.Text;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Proof;

/// <summary>Every operation of the OpenAPI document is called by every kind of caller, and answers as the table and the document say.</summary>
[Collection(ProofApp.Collection)]
public sealed class OperationTests(ProofApp app)
{
    private static readonly string[] Callers = ["invited", "owner", "admin", "employee", "supervisor", "qualityControl", "newClients", "guest", "otherGuest", "deactivated", "token", "ownersToken", "narrowToken", "bridge"];

    private static readonly Table Allowed = Table.Read("operations.txt");

    [Fact]
    public async Task Every_operation_answers_every_caller_as_the_table_and_the_document_say()
    {
        var api = await ApiDocument.OfAsync(app);
        api.Operations.Select(operation => operation.Name).ShouldBe(Allowed.Rows.Select(row => row["operation"]), ignoreOrder: true);
        Allowed.Heading.Skip(1).ShouldBe(Callers);

        var wrong = new List<string>();
        foreach (var row in Allowed.Rows)
        {
            var operation = api.Operations.Single(operation => operation.Name == row["operation"]);
            foreach (var (column, allowed) in row.After(1))
            {
                using var borrowed = await BorrowAsync(column, operation);
                var answer = await AskAsync(borrowed.Caller, operation);
                var described = $"{operation.Name} as {column}";
                if (!allowed.Split(' ').Contains(answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture))) wrong.Add($"{described}: {allowed} was expected, it was {answer.Status} {answer.Code}");
                if (!operation.Statuses.Contains(answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture))) wrong.Add($"{described}: {answer.Status} {answer.Code} is not in the document");
                if (answer.Status >= 400 && operation.Method != "HEAD" && (answer.ContentType != "application/problem+json" || answer.Code is null)) wrong.Add($"{described}: {answer.Status} is no problem with a code");
                if (answer.Status < 300 && answer.ContentType == "application/json") wrong.AddRange(AgainstSchema(api, api.Resolve(SchemaOf(operation, answer.Status)), answer.Body, described));
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_document_says_of_everything_what_it_is()
    {
        var api = await ApiDocument.OfAsync(app);
        api.Operations.Where(operation => !operation.Description["summary"].Exists || !operation.Description["tags"].Exists).Select(operation => operation.Name).ShouldBeEmpty();

        var silent = new List<string>();
        foreach (var name in api.Schemas.Fields.Where(name => !name.StartsWith("PageOf", StringComparison.Ordinal)))
        {
            var properties = api.Schemas[name]["properties"];
            if (!properties.Exists) continue;
            silent.AddRange(properties.Fields.Where(field => !IsDescribed(properties[field])).Select(field => $"{name}.{field}"));
            silent.AddRange(properties.Fields.Where(field => properties[field].Fields.SequenceEqual(["description"])).Select(field => $"{name}.{field} has no type"));
        }

        silent.ShouldBeEmpty();
        api.Operations.SelectMany(operation => operation.Parameters("query").Concat(operation.Parameters("path")).Where(parameter => !parameter["schema"]["type"].Exists && !parameter["schema"]["$ref"].Exists).Select(parameter => $"{operation.Name} {parameter["name"]}")).ShouldBeEmpty();

        static bool IsDescribed(Json property) => property["description"].Exists || property["oneOf"].Exists && property["oneOf"].Items.Any(one => one["description"].Exists);
    }

    /// <summary>Signing in and out ends what others still need, so it is done in a browser of its own.</summary>
    private async Task<Borrowed> BorrowAsync(string column, Operation operation)
    {
        var caller = app.Callers[column];
        if (operation.Name is not ("DELETE /session" or "POST /session") || caller is not Browser) return new Borrowed(caller, null);
        Browser own = column is "invited" or "deactivated" ? app.Browser() : await app.SignInAgainAsync((Person)caller);
        return new Borrowed(own, own);
    }

    private async Task<Answer> AskAsync(Caller caller, Operation operation)
    {
        if (operation.Path.StartsWith("/health", StringComparison.Ordinal)) return await Answer.OfAsync(await caller.Http.GetAsync(new Uri(app.Address, operation.Path)));
        var body = operation.Body.Exists ? (object)new StringContent(Samples.BodyOf(app, operation)!.ToJsonString(), Encoding.UTF8, "application/json") : Samples.ContentOf(operation) ?? (operation.IsUnsafe ? new { } : null);
        return await caller.SendAsync(new HttpMethod(operation.Method), Samples.PathOf(app, operation) + Samples.QueryOf(operation), body, Samples.Headers);
    }

    private static Json SchemaOf(Operation operation, int status) =>
        operation.Description["responses"][status.ToString(System.Globalization.CultureInfo.InvariantCulture)]["content"]["application/json"]["schema"];

    /// <summary>What an answer holds that its schema does not know, lacks, or calls something else.</summary>
    private static IEnumerable<string> AgainstSchema(ApiDocument api, Json schema, Json value, string at)
    {
        if (schema["oneOf"].Exists)
        {
            foreach (var wrong in value.IsNull ? [] : AgainstSchema(api, api.Resolve(schema["oneOf"].Items.Single(one => one["$ref"].Exists)), value, at)) yield return wrong;
            yield break;
        }

        var types = !schema["type"].Exists ? [] : schema["type"].Element is { ValueKind: System.Text.Json.JsonValueKind.Array } ? schema["type"].Texts : [schema["type"].Text];
        var kind = KindOf(value);
        if (types.Count > 0 && !types.Contains(kind) && !(kind == "integer" && types.Contains("number"))) yield return $"{at} is {kind}, not {string.Join(" or ", types)}";
        if (schema["enum"].Exists && kind == "string" && !schema["enum"].Items.Any(one => one.ToString() == value.Text)) yield return $"{at} is {value}, none of the known values";

        if (kind == "array" && schema["items"].Exists)
            foreach (var wrong in value.Items.SelectMany((item, i) => AgainstSchema(api, api.Resolve(schema["items"]), item, $"{at}[{i}]")).Take(3)) yield return wrong;

        if (kind != "object" || !schema["properties"].Exists) yield break;
        foreach (var field in value.Fields)
        {
            if (!schema["properties"][field].Exists) yield return $"{at}.{field} is not in the document";
            else
                foreach (var wrong in AgainstSchema(api, api.Resolve(schema["properties"][field]), value[field], $"{at}.{field}")) yield return wrong;
        }

        if (!schema["required"].Exists) yield break;
        foreach (var field in schema["required"].Texts.Where(field => !value[field].Exists)) yield return $"{at}.{field} is missing";
    }

    private static string KindOf(Json value) => value.Element!.Value.ValueKind switch
    {
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
        System.Text.Json.JsonValueKind.Number => value.Element.Value.TryGetInt64(out _) ? "integer" : "number",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.Null => "null",
        _ => "object",
    };

    private sealed record Borrowed(Caller Caller, IDisposable? Own) : IDisposable
    {
        public void Dispose() => Own?.Dispose();
    }
}
