using System.Security.Cryptography;
using ClientChats.Application.Organizations;

namespace ClientChats.Api.Web;

/// <summary>Serves the single-page app: hashed files for ever, and its one page for every address that is not the API's.</summary>
internal static class WebApp
{
    private const string NoncePlaceholder = "__CSP_NONCE__";
    private const string Docs = "/docs";
    private const string ServiceWorker = "/service-worker.js";

    private const string DocsPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static readonly string[] NotPages = ["/api", "/live", "/openapi", "/health", "/assets", Docs];

    public static void UseWebApp(this WebApplication app)
    {
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file =>
            {
                var headers = file.Context.Response.Headers;
                headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
                if (file.Context.Request.Path == ServiceWorker) headers.ContentSecurityPolicy = "default-src 'none'; connect-src 'self'";
            },
        });

        app.Use(GuardDocsAsync);
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = Docs.TrimStart('/');
            options.SwaggerEndpoint("/openapi/v1.json", "ClientChats");
            options.DocumentTitle = "ClientChats API";
        });
    }

    /// <summary>The app's page for an address of its own, with a nonce of this very answer.</summary>
    /// <remarks>It comes after the endpoints and is none itself: as one it would take what another address refuses by its method or media type.</remarks>
    public static void MapWebApp(this WebApplication app)
    {
        app.UseEndpoints(_ => { });
        app.Run(AnswerAsync);
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var environment = context.RequestServices.GetRequiredService<IWebHostEnvironment>();
        var request = context.Request;
        var page = environment.WebRootFileProvider.GetFileInfo("index.html");
        if (!page.Exists || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || NotPages.Any(prefix => request.Path.StartsWithSegments(prefix)))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        using var reader = new StreamReader(page.CreateReadStream());
        var html = (await reader.ReadToEndAsync(context.RequestAborted)).Replace(NoncePlaceholder, nonce, StringComparison.Ordinal);
        context.Response.Headers.ContentSecurityPolicy = PagePolicy(request, nonce);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html, context.RequestAborted);
    }

    private static string PagePolicy(HttpRequest request, string nonce) => string.Join("; ",
        "default-src 'none'", "script-src 'self'", $"style-src 'self' 'nonce-{nonce}'", "img-src 'self' blob: data:", "font-src 'self'", "media-src 'self' blob:",
        "worker-src 'self'", "manifest-src 'self'", "frame-src 'self' blob:", $"connect-src 'self' {(request.IsHttps ? "wss" : "ws")}://{request.Host.Value}",
        "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'");

    /// <summary>The API's page is for employees; a guest finds nothing there, and a stranger is asked to sign in.</summary>
    private static Task GuardDocsAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Docs)) return next(context);

        switch (context.Features.Get<SignIn>())
        {
            case { Viewer.IsEmployee: true }:
                context.Response.Headers.ContentSecurityPolicy = DocsPolicy;
                return next(context);
            case null:
                context.Response.Redirect("/sign-in");
                return Task.CompletedTask;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }
}
