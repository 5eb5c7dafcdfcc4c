using ClientChats.Api.Http;
using ClientChats.Application.Files;
using ClientChats.Domain.Organizations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace ClientChats.Api.Files;

/// <summary>Which upload is to be the picture.</summary>
/// <param name="FileId">An own file that no message holds: a whole PNG, JPEG, GIF or WebP of at most 5 MB and 4,096 pixels on each side.</param>
internal sealed record ChosenPicture(Guid FileId);

/// <summary>Sends a picture. Under the address of this very picture a browser may keep it; under any other it asks again.</summary>
internal static class AvatarAnswer
{
    public static async Task<FileStreamHttpResult> SendAsync(HttpContext context, AvatarContent picture, string? version, IFileStore store, CancellationToken ct)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = FileRoutes.Policy;
        headers.Vary = "Cookie, Authorization";
        headers.CacheControl = version == AvatarUrl.VersionOf(picture.FileId) ? "private, max-age=31536000, immutable" : "private, no-cache";
        return TypedResults.Stream(
            await store.OpenAsync(picture.OrganizationId, picture.Sha256, 0, ct), picture.ContentType, fileDownloadName: null, lastModified: null, new EntityTagHeaderValue($"\"{picture.Sha256}\""));
    }

    public static RouteHandlerBuilder SendsPicture(this RouteHandlerBuilder route) =>
        route.Produces(200, null, "image/png", "image/jpeg", "image/gif", "image/webp").Produces(304).Scope(Scopes.ReadConversations);
}
