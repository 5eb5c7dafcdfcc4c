namespace ClientChats.Tests;

/// <summary>A caller that keeps cookies and shows the antiforgery token with every write, as the app in a browser does.</summary>
public class Browser(Uri address, System.Net.IPAddress? from = null) : Caller(address, from: from)
{
    public const string SessionCookie = "clientchats";
    private const string AntiforgeryHeader = "X-Antiforgery";

    private readonly SemaphoreSlim _fetching = new(1);
    private string? _antiforgery;

    /// <summary>Whether writes carry the token; a page of somebody else has none.</summary>
    public bool KnowsAntiforgery { get; set; } = true;

    /// <summary>The session's secret; null where nobody is signed in.</summary>
    public string? Session
    {
        get => Cookies.GetCookies(Address)[SessionCookie] is { Value.Length: > 0 } cookie ? cookie.Value : null;
        set
        {
            Cookies.Add(new System.Net.Cookie(SessionCookie, value, "/", Address.Host));
            _antiforgery = null;
        }
    }

    /// <summary>The token that writes of this browser carry now.</summary>
    public async Task<string> AntiforgeryAsync()
    {
        await _fetching.WaitAsync();
        try
        {
            return _antiforgery ??= (await base.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/session/antiforgery")))["token"].Text;
        }
        finally
        {
            _fetching.Release();
        }
    }

    public Task<Answer> SignInAsync(string email, string password = TestApp.Password) => PostAsync("/session", new { email, password });

    protected override async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        var writes = request.Method != HttpMethod.Get && request.Method != HttpMethod.Head;
        if (writes && KnowsAntiforgery && !request.Headers.Contains(AntiforgeryHeader)) request.Headers.Add(AntiforgeryHeader, await AntiforgeryAsync());

        var before = Session;
        var answer = await base.SendAsync(request);
        if (Session != before) _antiforgery = null;
        return answer;
    }
}
