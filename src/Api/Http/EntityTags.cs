using System.Globalization;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;

namespace ClientChats.Api.Http;

/// <summary>ETag and If-Match of documents that several people edit; a document's tag is its version.</summary>
internal static class EntityTags
{
    public static void Tag(this HttpContext context, int version) => context.Response.Headers.ETag = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The version that the caller has read; null where any will do (<c>*</c>). Without If-Match the request is refused.</summary>
    public static int? ExpectedVersion(this HttpContext context)
    {
        string? tag = context.Request.Headers.IfMatch;
        Refuse.If(string.IsNullOrWhiteSpace(tag), SessionRefusals.Unconditional);
        if (tag == "*") return null;
        return int.TryParse(tag!.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }
}
