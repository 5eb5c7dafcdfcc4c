using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Messages;

public static class DraftRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("drafts.notFound", "You have no draft here.", "Черновика здесь нет.");
    public static readonly Refusal TooMany = Refusal.Conflict("drafts.tooMany", "You have too many drafts. Send or delete some.", "Слишком много черновиков. Отправьте или удалите часть.");
}
