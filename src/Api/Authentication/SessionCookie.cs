namespace ClientChats.Api.Authentication;

/// <summary>The cookie that holds the session's secret: out of reach for scripts, and over HTTPS bound to this very host.</summary>
internal static class SessionCookie
{
    public static string NameFor(HttpRequest request) => request.IsHttps ? "__Host-clientchats" : "clientchats";

    public static void Write(HttpContext context, string secret) => context.Response.Cookies.Append(NameFor(context.Request), secret, Options(context.Request, Domain.Organizations.Session.Lifetime));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request, null));

    private static CookieOptions Options(HttpRequest request, TimeSpan? age) => new()
    {
        HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = age, IsEssential = true,
    };
}
