using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Bridges;

public static class BridgeRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("bridges.notFound", "There is no such bridge.", "Такого подключения нет.");
    public static readonly Refusal KindUnknown = Refusal.Invalid("bridges.kindUnknown", "This kind of bridge is not available here.", "Такое подключение здесь недоступно.");
    public static readonly Refusal SignatureWrong = new(RefusalKind.SignedOut, "bridges.signatureWrong", "The signature does not fit.", "Подпись не подходит.");
    public static readonly Refusal SwitchedOff = Refusal.Conflict("bridges.switchedOff", "This bridge is switched off.", "Это подключение выключено.");
    public static readonly Refusal TooMany = Refusal.TooMany("bridges.tooMany", "Too many events at once. Send this one again later.", "Слишком много событий сразу. Пришлите это событие позже.");
    public static readonly Refusal EventInvalid = Refusal.Invalid("bridges.eventInvalid", "This event cannot be read.", "Это событие не удалось прочитать.");
}
