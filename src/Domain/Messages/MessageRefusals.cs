using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Messages;

public static class MessageRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("messages.notFound", "There is no such message.", "Такого сообщения нет.");
    public static readonly Refusal ClientIdReused = Refusal.Conflict("messages.clientIdReused", "This message id has been used for another message.", "С этим номером уже отправлено другое сообщение.");
    public static readonly Refusal ReplyNotFound = Refusal.Invalid("messages.replyNotFound", "The message to reply to is not there.", "Сообщения, на которое вы отвечаете, здесь нет.");
    public static readonly Refusal NotYours = Refusal.Forbidden("messages.notYours", "This is not your message.", "Это не ваше сообщение.");
    public static readonly Refusal EditTooLate = Refusal.Conflict("messages.editTooLate", "A message can be changed for 24 hours.", "Сообщение можно изменить в течение суток.");
    public static readonly Refusal Empty = Refusal.Invalid("messages.empty", "There is nothing to read in it.", "В сообщении нечего читать.");
    public static readonly Refusal Deleted = Refusal.Conflict("messages.deleted", "The message has been deleted.", "Сообщение удалено.");
    public static readonly Refusal SentOutside = Refusal.Conflict("messages.sentOutside", "A message that went to a messenger cannot be changed here.", "Сообщение ушло в мессенджер, здесь его не изменить.");
    public static readonly Refusal TooMany = Refusal.TooMany("messages.tooMany", "You write too fast. Wait a little.", "Слишком много сообщений подряд. Подождите немного.");
    public static readonly Refusal Busy = new(RefusalKind.Busy, "messages.busy", "The server is busy. Try again in a moment.", "Сервер занят. Попробуйте через мгновение.");
}
