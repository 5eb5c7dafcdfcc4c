namespace ClientChats.Domain.Naming;

internal static class EnglishGeneralWords
{
    public const string Lines = """
        client, customer, buyer, partner, contractor, vendor, supplier, company, account
        chat, group, channel, conversation, discussion, talk, thread, contact, room
        work, project, task, job, matter, question, request, issue, topic, case, stuff, thing, misc, miscellaneous, other, everything
        new, old, general, common, main, important, urgent, internal, external, private, temporary, test, testing, our, your, my, another, first, second, next, last, untitled, sample, example, draft, name, team, people, all, active, current
        """;
}
