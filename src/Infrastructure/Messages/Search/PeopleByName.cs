using ClientChats.Application.Messages;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Infrastructure.Messages.Search;

internal sealed class PeopleByName : IPeopleByName
{
    /// <summary>A shorter word has to stand in the name as it is.</summary>
    private const int ShortestLike = 4;
    private const double LikeEnough = 0.4;

    public IQueryable<Member> Named(IQueryable<Member> people, IReadOnlyList<string> words, bool forgiving)
    {
        foreach (var word in words) people = forgiving && word.Length >= ShortestLike ? WithLike(people, word) : WithWord(people, word);
        var all = string.Join(' ', words);
        return people
            .OrderBy(m => m.Status)
            .ThenByDescending(m => EF.Functions.TrigramsWordSimilarity(all, ClientChatsDb.SearchedPerson(m.FirstName, m.LastName, m.Company)))
            .ThenBy(m => m.FirstName).ThenBy(m => m.LastName).ThenBy(m => m.Id);
    }

    private static IQueryable<Member> WithWord(IQueryable<Member> people, string word) =>
        people.Where(m => ClientChatsDb.SearchedPerson(m.FirstName, m.LastName, m.Company).Contains(word));

    private static IQueryable<Member> WithLike(IQueryable<Member> people, string word) => people.Where(m =>
        EF.Functions.TrigramsWordSimilarity(word, ClientChatsDb.SearchedPerson(m.FirstName, m.LastName, m.Company)) >= LikeEnough);
}
