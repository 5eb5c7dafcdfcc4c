using ClientChats.Domain.Kernel;

namespace ClientChats.Api.Http;

/// <summary>Turns away paths and queries that no text of ours can hold.</summary>
internal static class RequestText
{
    private static readonly Refusal Malformed = Refusal.Invalid("request.malformed", "The request cannot be read.", "Запрос не удалось прочитать.");

    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var clean = IsClean(request.Path.Value) && request.Query.All(pair => IsClean(pair.Key) && pair.Value.All(IsClean));
        return clean ? next(context) : Problems.WriteAsync(context, StatusCodes.Status400BadRequest, Malformed);
    }

    private static bool IsClean(string? text) =>
        text is null || !text.Contains('\0', StringComparison.Ordinal) && !text.Contains('\uFFFD', StringComparison.Ordinal) && !HasLoneSurrogate(text);

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return true;
            i++;
        }

        return false;
    }
}
