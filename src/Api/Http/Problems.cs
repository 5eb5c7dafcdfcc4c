using System.Globalization;
using System.Text.Json;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace ClientChats.Api.Http;

/// <summary>Turns every failure into problem details (RFC 9457) with a stable code and a sentence in the caller's language.</summary>
internal sealed class Problems(ILogger<Problems> log) : IExceptionHandler
{
    public const string ContentType = "application/problem+json";

    private static readonly Refusal Malformed = Refusal.Invalid("request.malformed", "The request cannot be read.", "Запрос не удалось прочитать.");
    private static readonly Refusal TooLarge = Refusal.Invalid("request.tooLarge", "The request is too large.", "Запрос слишком большой.");
    private static readonly Refusal MediaType = Refusal.Invalid("request.mediaType", "The body must be JSON.", "Тело запроса должно быть в JSON.");
    private static readonly Refusal Invalid = Refusal.Invalid("request.invalid", "Some fields are not right.", "Не все поля заполнены верно.");
    private static readonly Refusal Failed = Refusal.Invalid("request.failed", "Something went wrong on our side.", "Что-то сломалось на нашей стороне.");
    private static readonly Refusal Unavailable = Refusal.Invalid("service.unavailable", "The database does not answer. Try again in a moment.", "База данных не отвечает. Попробуйте через мгновение.");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) return true;
        await WriteAsync(httpContext, ProblemOf(exception, httpContext));
        return true;
    }

    public static ProblemDetails Of(int status, Refusal refusal) => new()
    {
        Status = status, Title = SentenceOf(refusal), Type = $"urn:clientchats:{refusal.Code}", Extensions = { ["code"] = refusal.Code },
    };

    public static Task WriteAsync(HttpContext context, int status, Refusal refusal) => WriteAsync(context, Of(status, refusal));

    /// <summary>What a status alone says, for answers that nobody of ours has written.</summary>
    public static Refusal RefusalOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => SessionRefusals.SignedOut,
        StatusCodes.Status404NotFound => Refusal.NotFound("request.notFound", "There is nothing at this address.", "По этому адресу ничего нет."),
        StatusCodes.Status405MethodNotAllowed => Refusal.Invalid("request.methodNotAllowed", "This address does not take this method.", "Этот адрес не принимает такой метод."),
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => MediaType,
        StatusCodes.Status416RangeNotSatisfiable => Refusal.Invalid("request.range", "There is no such range.", "Такого диапазона нет."),
        StatusCodes.Status429TooManyRequests => Refusal.TooMany("request.tooMany", "Too fast. Wait a little.", "Слишком часто. Подождите немного."),
        >= 500 => Failed,
        _ => Malformed,
    };

    private static async Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        if (context.Response.HasStarted) return;
        context.Response.StatusCode = problem.Status!.Value;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(problem, options: null, ContentType, CancellationToken.None);
    }

    private ProblemDetails ProblemOf(Exception exception, HttpContext context)
    {
        switch (exception)
        {
            case RefusedException refused:
                return OfRefusal(refused, context);
            case ValidationException invalid:
                return OfValidation(invalid.Errors.Select(e => (e.PropertyName, ValidationTexts.CodeOf(e.ErrorCode), e.ErrorMessage)));
            case BadHttpRequestException { StatusCode: not StatusCodes.Status400BadRequest } bad:
                return Of(bad.StatusCode, RefusalOf(bad.StatusCode));
            case BadHttpRequestException or JsonException:
                return Of(StatusCodes.Status400BadRequest, Malformed);
            case NpgsqlException { IsTransient: true }:
                log.LogError(exception, "The database does not answer.");
                context.Response.Headers.RetryAfter = "1";
                return Of(StatusCodes.Status503ServiceUnavailable, Unavailable);
            default:
                log.LogError(exception, "{Method} {Path} failed.", context.Request.Method, context.Request.Path);
                return Of(StatusCodes.Status500InternalServerError, Failed);
        }
    }

    private static ProblemDetails OfRefusal(RefusedException refused, HttpContext context)
    {
        var refusal = refused.Refusal;
        if (refused.RetryAfter is { } wait) context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (refusal.Kind == RefusalKind.Invalid && refused.Field is { } field) return OfValidation([(field, refusal.Code, SentenceOf(refusal))]);

        var problem = Of(StatusOf(refusal.Kind), refusal);
        foreach (var (name, value) in refused.Facts) problem.Extensions[name] = value;
        return problem;
    }

    private static ProblemDetails OfValidation(IEnumerable<(string Field, string Code, string Message)> errors)
    {
        var problem = Of(StatusCodes.Status422UnprocessableEntity, Invalid);
        problem.Extensions["errors"] = errors
            .GroupBy(e => FieldOf(e.Field))
            .ToDictionary(group => group.Key, group => group.Select(e => new { code = e.Code, message = e.Message }).ToArray());
        return problem;
    }

    /// <summary>A field as it is written in JSON.</summary>
    public static string FieldOf(string property) => string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.Unconditional => StatusCodes.Status428PreconditionRequired,
        RefusalKind.SignedOut => StatusCodes.Status401Unauthorized,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Busy => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string SentenceOf(Refusal refusal) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? refusal.Russian : refusal.English;
}
