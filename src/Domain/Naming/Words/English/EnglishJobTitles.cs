namespace ClientChats.Domain.Naming;

internal static class EnglishJobTitles
{
    public const string Lines = """
        manager, director, head, lead, leader, chief, boss, supervisor, president, chairman, executive, owner, founder, co-founder
        accountant, bookkeeper, lawyer, attorney, counsel, secretary, clerk, recruiter
        assistant, administrator, coordinator, consultant, specialist, expert, operator, dispatcher, moderator, advisor, adviser, representative, rep
        designer, developer, programmer, tester, analyst, architect, engineer, foreman, technician, buyer, planner
        marketer, copywriter, editor, producer, photographer, strategist
        salesman, salesperson, seller, saleswoman, agent, broker, teacher, trainer, coach
        responsible, senior, junior, deputy, vice, ceo, cto, cfo, coo, cmo, cio, pm, vp
        """;
}
