using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Jobs;

public static class JobRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("jobs.notFound", "There is no such job.", "Такого задания нет.");
    public static readonly Refusal RunNotFound = Refusal.NotFound("jobs.runNotFound", "There is no such run.", "Такого запуска нет.");
    public static readonly Refusal AlreadyRunning = Refusal.Conflict("jobs.alreadyRunning", "This job is running already.", "Это задание уже выполняется.");
    public static readonly Refusal CannotRetry = Refusal.Conflict("jobs.cannotRetry", "Only what failed can be tried again.", "Повторить можно только то, что не удалось.");
    public static readonly Refusal NotReady = new(RefusalKind.Busy, "jobs.notReady", "Background jobs are just starting. Try again in a moment.", "Фоновые задания ещё запускаются. Попробуйте через мгновение.");
}
