using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;

namespace ClientChats.Tests;

/// <summary>Somebody who calls the API: by himself a program, with a token or without.</summary>
public class Caller : IDisposable
{
    private readonly string? _token;

    public Caller(Uri address, string? token = null, IPAddress? from = null)
    {
        Address = address;
        _token = token;
        Cookies = new CookieContainer();
        var handler = new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(30) };
        if (from is not null) handler.ConnectCallback = (context, ct) => ConnectAsync(from, context.DnsEndPoint, ct);
        Http = new HttpClient(handler) { BaseAddress = address };
        if (token is not null) Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public CookieContainer Cookies { get; }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body ?? new { }, headers);

    public Task<Answer> PutAsync(string path, object? body = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Put, path, body ?? new { }, headers);

    public Task<Answer> PatchAsync(string path, object body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Patch, path, body, headers);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    /// <summary>Sends a request to a path below <c>/api/v1</c>. A body is written as JSON, unless it is content already.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path);
        if (body is not null) request.Content = body as HttpContent ?? JsonContent.Create(body, body.GetType(), options: Json.Options);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await SendAsync(request);
    }

    /// <summary>Opens the live connection of this caller.</summary>
    public Task<Listener> ListenAsync() => Listener.ConnectAsync(Address, Cookies, _token);

    /// <summary>Whether the app keeps a live connection of this caller open.</summary>
    public async Task<bool> MayListenAsync()
    {
        try
        {
            await using var live = await ListenAsync();
            return await live.CallAsync("close", Guid.NewGuid()) is null;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        Http.Dispose();
        GC.SuppressFinalize(this);
    }

    private static async ValueTask<Stream> ConnectAsync(IPAddress from, DnsEndPoint to, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(to, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }

    protected virtual async Task<Answer> SendAsync(HttpRequestMessage request) => await Answer.OfAsync(await Http.SendAsync(request));
}
