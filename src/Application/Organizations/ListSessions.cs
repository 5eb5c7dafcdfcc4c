using AutoMapper;
using AutoMapper.QueryableExtensions;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>A member sees in which browsers he is signed in, the one used last first.</summary>
public sealed record ListSessions : IQuery<Page<SessionView>>, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current, IMapper mapper, TimeProvider time) : IQueryHandler<ListSessions, Page<SessionView>>
    {
        public async Task<Page<SessionView>> Handle(ListSessions query, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var (now, own) = (time.GetUtcNow(), current.SessionId);
            var longAgo = now - Session.IdleLimit(viewer.Role);
            return new Page<SessionView>(
                await db.Sessions.Of(viewer).Where(s => s.ExpiresAt > now && s.LastSeenAt > longAgo).OrderByDescending(s => s.LastSeenAt)
                    .ProjectTo<SessionView>(mapper.ConfigurationProvider, new { own }).ToListAsync(cancellationToken),
                NextCursor: null);
        }
    }
}

/// <summary>Where a member is signed in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CreatedAt">When he signed in.</param>
/// <param name="LastSeenAt">When it was last used, to the minute.</param>
/// <param name="UserAgent">The browser, as it calls itself.</param>
/// <param name="Current">It is the one that asks.</param>
public sealed record SessionView(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string UserAgent, bool Current);
