using Microsoft.Extensions.Logging;

namespace ClientChats.Application.Kernel;

/// <summary>Where committed changes are told to whoever hears them in this process.</summary>
public interface INoticeBoard
{
    /// <summary>Returns when everybody has heard; the change is committed, so a listener that fails is logged and not passed on.</summary>
    Task PostAsync(IReadOnlyList<LiveNotice> notices);
}

internal sealed class NoticeBoard(IEnumerable<IHearsNotices> listeners, ILogger<NoticeBoard> log) : INoticeBoard
{
    private readonly IHearsNotices[] _listeners = [.. listeners];

    public async Task PostAsync(IReadOnlyList<LiveNotice> notices)
    {
        foreach (var notice in notices)
        {
            foreach (var listener in _listeners)
            {
                try
                {
                    await listener.HearAsync(notice, CancellationToken.None);
                }
                catch (Exception failure)
                {
                    log.LogError(failure, "{Listener} could not hear {Notice}.", listener.GetType().Name, notice.GetType().Name);
                }
            }
        }
    }
}
