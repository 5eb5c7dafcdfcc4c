using System.Collections.Concurrent;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Kernel;
using Microsoft.AspNetCore.SignalR;

namespace ClientChats.Api.Live;

/// <summary>One open connection. A reader that falls too far behind is cut off; he resumes from the log.</summary>
internal sealed class LiveConnection(HubConnectionContext connection, SignIn signIn)
{
    private const int MostPending = 500;
    private static readonly TimeSpan TypingPause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, bool> _opened = new();
    private int _pending;
    private volatile bool _closed;

    private long _lastTyping;

    public string Id => connection.ConnectionId;
    public Viewer Viewer => signIn.Viewer;

    /// <summary>The sign-in, with its last use as far as it was looked up.</summary>
    public SignIn SignIn
    {
        get => Volatile.Read(ref signIn);
        set => Volatile.Write(ref signIn, value);
    }

    public void Open(Guid conversationId) => _opened[conversationId] = true;

    public void Close(Guid conversationId) => _opened.TryRemove(conversationId, out _);

    public IEnumerable<Guid> Opened => _opened.Keys;

    /// <summary>Its window is open, but nobody is looking at it.</summary>
    public bool IsAway { get; set; }

    /// <summary>Whether it is time to tell others again that somebody writes here.</summary>
    public bool MayTellOfTyping(TimeProvider time)
    {
        var now = time.GetTimestamp();
        if (_lastTyping != 0 && time.GetElapsedTime(_lastTyping, now) < TypingPause) return false;
        _lastTyping = now;
        return true;
    }

    public bool HasOpened(Guid conversationId) => _opened.ContainsKey(conversationId);

    public void Send(SerializedHubMessage message)
    {
        if (_closed) return;
        var written = connection.WriteAsync(message);
        if (written.IsCompletedSuccessfully) return;

        if (Interlocked.Increment(ref _pending) > MostPending) Abort();
        _ = FinishAsync(written);
    }

    public void Abort()
    {
        _closed = true;
        connection.Abort();
    }

    private async Task FinishAsync(ValueTask written)
    {
        try
        {
            await written;
        }
        catch (Exception)
        {
            // The connection is gone; its reader comes back and asks the log.
            Abort();
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
        }
    }
}
