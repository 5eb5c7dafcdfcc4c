using ClientChats.Api.Http;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace ClientChats.Api.Files;

internal static class FileRoutes
{
    private const string Multipart = "multipart/form-data";

    /// <summary>Whatever a content is, as a page it may do nothing at all.</summary>
    internal const string Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>A browser's own reader of PDF refuses to work in a sandbox of ours, and has one of its own. Only our own pages may frame it.</summary>
    private const string PdfPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; object-src 'self'";

    public static void MapFiles(this IEndpointRouteBuilder api)
    {
        var files = api.MapGroup("/files").WithTags("Files");
        files.MapPost("", ReceiveAsync).WithSummary("Uploads a file in one go; nobody else sees it until a message holds it. With `picture`, which is for everybody, only what may be a picture of a person or a conversation is taken.").Refuses(403, 409, 413, 415, 422, 429)
            .WithMetadata(UnlimitedBody.Instance).Scope(Scopes.WriteMessages).AddOpenApiOperationTransformer(static (operation, _, _) =>
            {
                operation.RequestBody = Form();
                return Task.CompletedTask;
            });
        files.MapGet("/{id}", SendAsync).WithSummary("Downloads a file that one sees; ranges are served.").Produces(200, contentType: FileType.Unknown).Produces(206, contentType: FileType.Unknown).Produces(304)
            .Refuses(416).Scope(Scopes.ReadConversations);
        files.MapUploads();
        api.MapGet("/conversations/{id}/files", async (PathId id, OneOf<FileGroup>? kind, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListFiles(id, kind?.Value, cursor, limit ?? Cursor.DefaultLimit), ct))).WithTags("Files").WithSummary("Lists the files of a conversation, the newest first.").Scope(Scopes.ReadConversations);
    }

    private static async Task<Created<UploadedFile>> ReceiveAsync(bool? picture, HttpContext context, IViewerContext current, IMediator mediator, CancellationToken ct)
    {
        _ = current.Viewer;
        var (part, disposition) = await FindPartAsync(context.Request, ct);
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.UnescapeAsQuotedString(disposition.FileName);
        var file = await mediator.Send(new ReceiveFile(name.ToString(), part.ContentType, new SentStream(part.Body), picture ?? false), ct);
        return TypedResults.Created($"/api/v1/files/{file.Id}", file);
    }

    /// <summary>The first part that is a file. It is read as it comes, never gathered in memory.</summary>
    private static async Task<(MultipartSection Part, ContentDispositionHeaderValue Disposition)> FindPartAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(Multipart, StringComparison.OrdinalIgnoreCase)) throw new BadHttpRequestException("Not a form.", StatusCodes.Status415UnsupportedMediaType);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 200) throw new BadHttpRequestException("The form has no boundary.");

        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(ct) is { } part)
            {
                if (ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) && disposition.IsFileDisposition()) return (part, disposition);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            throw new BadHttpRequestException("The form cannot be read.", broken);
        }

        throw new RefusedException(FileRefusals.Missing) { Field = "file" };
    }

    /// <summary>Sends a content; with <c>download</c> it is to be kept even where it could be shown.</summary>
    private static async Task<FileStreamHttpResult> SendAsync(
        PathId id, bool? download, HttpContext context, IMediator mediator, IViewerContext current, IFileStore store, IFileSight sight, TimeProvider time, CancellationToken ct)
    {
        var file = await mediator.Send(new OpenFile(id), ct);
        var isShown = file.Type.Kind != FileKind.Other;
        var disposition = new ContentDispositionHeaderValue(isShown && download is not true ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);

        var headers = context.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = file.Type.Kind == FileKind.Pdf ? PdfPolicy : Policy;
        if (file.Type.Kind == FileKind.Pdf) headers.XFrameOptions = "SAMEORIGIN";
        return TypedResults.Stream(
            new DownloadStream(store, sight, current.Viewer, file, time), isShown ? file.Type.ContentType : FileType.Unknown, fileDownloadName: null, file.CreatedAt,
            new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    private static OpenApiRequestBody Form() => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [Multipart] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object, Required = new HashSet<string> { "file" },
                    Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "The file, with its name." } },
                },
            },
        },
    };

    /// <summary>The body may be as long as a file may be, which is counted as it arrives.</summary>
    internal sealed class UnlimitedBody : IRequestSizeLimitMetadata
    {
        public static readonly UnlimitedBody Instance = new();

        public long? MaxRequestBodySize => null;
    }
}
