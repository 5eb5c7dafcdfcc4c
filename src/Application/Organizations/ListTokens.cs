using AutoMapper;
using AutoMapper.QueryableExtensions;
using ClientChats.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>An employee sees his tokens, the newest first; their secrets nobody sees again.</summary>
public sealed record ListTokens : IQuery<Page<TokenView>>, IForEmployees
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current, IMapper mapper) : IQueryHandler<ListTokens, Page<TokenView>>
    {
        public async Task<Page<TokenView>> Handle(ListTokens query, CancellationToken cancellationToken) => new(
            await db.AccessTokens.Of(current.Viewer).OrderByDescending(t => t.Id).ProjectTo<TokenView>(mapper.ConfigurationProvider).ToListAsync(cancellationToken), NextCursor: null);
    }
}

/// <summary>A token, without its secret.</summary>
/// <param name="Id">The token's id.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends; absent: when it is deleted.</param>
/// <param name="LastUsedAt">When it was last used, to the minute.</param>
public sealed record TokenView(Guid Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);
