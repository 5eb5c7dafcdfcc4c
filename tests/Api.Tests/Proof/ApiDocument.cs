using System.Runtime.CompilerServices;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Proof;

/// <summary>An operation as the OpenAPI document describes it.</summary>
internal sealed record Operation(string Method, string Path, Json Description)
{
    /// <summary>The method and the path below <c>/api/v1</c>.</summary>
    public string Name => $"{Method} {Path}";

    public bool IsUnsafe => Method is not ("GET" or "HEAD" or "OPTIONS");

    public IReadOnlyList<string> Statuses => Description["responses"].Fields;

    public Json Body => Description["requestBody"]["content"]["application/json"]["schema"];

    /// <summary>It understands to be asked without a body.</summary>
    public bool MayLackBody => Description["requestBody"] is { Exists: true } body && !(body["required"] is { Exists: true, IsTrue: true });

    public IEnumerable<Json> Parameters(string place) => Description["parameters"].Exists ? Description["parameters"].Items.Where(parameter => parameter["in"].Text == place) : [];
}

/// <summary>The OpenAPI document of a running app.</summary>
internal sealed class ApiDocument
{
    private static readonly ConditionalWeakTable<TestApp, Task<ApiDocument>> Read = [];

    private readonly Json _document;

    private ApiDocument(Json document)
    {
        _document = document;
        Operations = [.. from path in document["paths"].Fields from method in document["paths"][path].Fields select new Operation(method.ToUpperInvariant(), Below(path), document["paths"][path][method])];
    }

    public IReadOnlyList<Operation> Operations { get; }

    public Json Schemas => _document["components"]["schemas"];

    public static Task<ApiDocument> OfAsync(TestApp app) => Read.GetValue(app, static app => ReadAsync(app));

    public bool Has(string operation) => Operations.Any(known => known.Name == operation);

    /// <summary>A schema, where it stands or where it is referred to.</summary>
    public Json Resolve(Json schema) => schema["$ref"].Exists ? Schemas[schema["$ref"].Text.Split('/')[^1]] : schema;

    private static async Task<ApiDocument> ReadAsync(TestApp app)
    {
        using var http = new HttpClient();
        return new ApiDocument(Json.Parse(await http.GetStringAsync(new Uri(app.Address, "/openapi/v1.json"))));
    }

    private static string Below(string path) => path.StartsWith("/api/v1", StringComparison.Ordinal) ? path["/api/v1".Length..] : path;
}
