using System.Globalization;
using System.Text;
using ClientChats.Api.Http;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using MediatR;
using Microsoft.OpenApi;

namespace ClientChats.Api.Files;

/// <summary>Resumable uploads as tus 1.0.0 describes them (https://tus.io/protocols/resumable-upload): creation, termination, expiration.</summary>
internal static class UploadRoutes
{
    private const string Version = "1.0.0";
    private const string Part = "application/offset+octet-stream";

    public static void MapUploads(this IEndpointRouteBuilder files)
    {
        // A client of tus asks this before it signs in; it says nothing but the version and the largest size.
        files.MapMethods("/uploads", ["OPTIONS"], (HttpContext context, FileLimits limits) =>
        {
            var headers = context.Response.Headers;
            headers["Tus-Resumable"] = Version;
            headers["Tus-Version"] = Version;
            headers["Tus-Extension"] = "creation,termination,expiration";
            headers["Tus-Max-Size"] = limits.Largest.ToString(CultureInfo.InvariantCulture);
            return TypedResults.NoContent();
        }).WithSummary("Says what of tus is spoken here.").AllowAnonymous().Scope(Scopes.WriteMessages);

        var uploads = files.MapGroup("/uploads").AddEndpointFilter(SpeakAsync);
        uploads.MapPost("", async (HttpContext context, IMediator mediator, CancellationToken ct) =>
        {
            var length = NumberIn(context.Request, "Upload-Length");
            var (name, type) = MetadataOf(context.Request);
            var upload = await mediator.Send(new BeginUpload(name, type, length), ct);
            Tell(context.Response, upload);
            return TypedResults.Created($"/api/v1/files/uploads/{upload.Id}");
        }).WithSummary("Begins an upload that may be interrupted (tus creation); the file will have the same id.").Refuses(403, 409, 412, 413, 422, 429).Scope(Scopes.WriteMessages)
            .Reads(("Upload-Length", "The size of the file in bytes."), ("Upload-Metadata", "`filename` and `filetype`, each followed by a space and its value in Base64."));

        uploads.MapMethods("/{id}", ["HEAD"], async (PathId id, HttpContext context, IMediator mediator, CancellationToken ct) =>
        {
            var upload = await mediator.Send(new ShowUpload(id), ct);
            Tell(context.Response, upload);
            context.Response.Headers["Upload-Length"] = upload.Size.ToString(CultureInfo.InvariantCulture);
            return TypedResults.Ok();
        }).WithSummary("Says how far an upload has come.").Refuses(409, 412).Scope(Scopes.WriteMessages);

        uploads.MapPatch("/{id}", async (PathId id, HttpContext context, IMediator mediator, CancellationToken ct) =>
        {
            if (context.Request.ContentType != Part) throw new BadHttpRequestException("Not a part of an upload.", StatusCodes.Status415UnsupportedMediaType);
            var offset = NumberIn(context.Request, "Upload-Offset");
            Tell(context.Response, await mediator.Send(new AppendToUpload(id, offset, new SentStream(context.Request.Body)), ct));
            return TypedResults.NoContent();
        }).WithSummary("Sends the next part of an upload; after the last one the file is there.").Refuses(409, 412, 413, 415, 422).WithMetadata(FileRoutes.UnlimitedBody.Instance).Scope(Scopes.WriteMessages)
            .Reads(("Upload-Offset", "Where this part begins: how much has arrived so far."));

        uploads.MapDelete("/{id}", async (PathId id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new EndUpload(id), ct);
            return TypedResults.NoContent();
        }).WithSummary("Gives up an upload (tus termination).").Refuses(409, 412).Scope(Scopes.WriteMessages);
    }

    /// <summary>Whoever is signed in must say which tus he speaks; every answer, a refusal too, says it of us.</summary>
    private static ValueTask<object?> SpeakAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        context.Response.OnStarting(static state =>
        {
            ((HttpContext)state).Response.Headers["Tus-Resumable"] = Version;
            ((HttpContext)state).Response.Headers["Tus-Version"] = Version;
            return Task.CompletedTask;
        }, context);
        _ = context.RequestServices.GetRequiredService<IViewerContext>().Viewer;
        Refuse.Unless(context.Request.Headers["Tus-Resumable"] == Version, FileRefusals.VersionWrong);
        return next(invocation);
    }

    private static void Tell(HttpResponse response, UploadState upload)
    {
        response.Headers["Upload-Offset"] = upload.Offset.ToString(CultureInfo.InvariantCulture);
        if (upload.ExpiresAt is { } expires) response.Headers["Upload-Expires"] = expires.ToString("R", CultureInfo.InvariantCulture);
    }

    private static long NumberIn(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new BadHttpRequestException($"{header} is no number.");

    private static (string Name, string? Type) MetadataOf(HttpRequest request)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in request.Headers["Upload-Metadata"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ', 2, StringSplitOptions.TrimEntries);
            var bytes = new byte[pair.Length];
            if (!Convert.TryFromBase64String(parts.Length == 2 ? parts[1] : "", bytes, out var length)) throw new BadHttpRequestException("Upload-Metadata cannot be read.");
            values[parts[0]] = Encoding.UTF8.GetString(bytes, 0, length);
        }

        return (values.GetValueOrDefault("filename") ?? "", values.GetValueOrDefault("filetype"));
    }

    private static RouteHandlerBuilder Reads(this RouteHandlerBuilder route, params (string Name, string Description)[] headers) => route.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        foreach (var (name, description) in headers.Prepend(("Tus-Resumable", "`1.0.0`")))
            (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        return Task.CompletedTask;
    });
}
