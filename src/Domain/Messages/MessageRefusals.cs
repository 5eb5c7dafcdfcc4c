using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Messages;

public static class MessageRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("messages.notFound", "There is no such message.", "Такого сообщения нет.");
    public static readonly Refusal ClientIdReused = Refusal.Conflict("messages.clientIdReused", "This message id has been used for another message.", "С этим номером уже отправлено другое сообщение.");
    public static readonly Refusal ReplyNotFound = Refusal.Invalid("messages.replyNotFound", "The message to reply to is not there.", "Сообщения, на которое вы отвечаете, здесь нет.");
    public static readonly Refusal ForwardAlone = Refusal.Invalid("messages.forwardAlone", "A message that is passed on brings its own files and takes no others.", "Пересылаемое сообщение приходит со своими файлами, других к нему не приложить.");
    public static readonly Refusal ThreadNotFound = Refusal.Invalid("messages.threadNotFound", "There is no such message to begin a thread under.", "Сообщения, под которым могла бы быть ветка, здесь нет.");
    public static readonly Refusal OtherThread = Refusal.Invalid("messages.otherThread", "The message to reply to is not in this thread.", "Сообщение, на которое вы отвечаете, не из этой ветки.");
    public static readonly Refusal NotYours = Refusal.Forbidden("messages.notYours", "This is not your message.", "Это не ваше сообщение.");
    public static readonly Refusal EditTooLate = Refusal.Conflict("messages.editTooLate", "A message can be changed for 24 hours.", "Сообщение можно изменить в течение суток.");
    public static readonly Refusal Empty = Refusal.Invalid("messages.empty", "There is nothing to read in it.", "В сообщении нечего читать.");
    public static readonly Refusal Deleted = Refusal.Conflict("messages.deleted", "The message has been deleted.", "Сообщение удалено.");
    public static readonly Refusal NotAMessage = Refusal.Conflict("messages.notAMessage", "This is a note of what happened, not a message.", "Это служебная запись, а не сообщение.");
    public static readonly Refusal NotAnEmoji = Refusal.Invalid("messages.notAnEmoji", "A reaction is one emoji.", "Реакция – это один эмодзи.");
    public static readonly Refusal TooManyReactions = Refusal.Conflict("messages.tooManyReactions", "A message holds at most 20 different reactions.", "У сообщения может быть не больше 20 разных реакций.");
    public static readonly Refusal MayNotPin = Refusal.Forbidden("messages.mayNotPin", "You cannot pin messages here.", "В этом чате сообщения закрепляете не вы.");
    public static readonly Refusal TooManyPins = Refusal.Conflict("messages.tooManyPins", "A conversation holds at most 50 pinned messages. Unpin one first.", "В чате может быть не больше 50 закреплённых сообщений. Сначала открепите одно из них.");
    public static readonly Refusal OtherPins = Refusal.Conflict("messages.otherPins", "The pinned messages have changed meanwhile. Look at them again.", "Закреплённые сообщения изменились. Посмотрите на них ещё раз.");
    public static readonly Refusal MayNotMarkFinal = Refusal.Forbidden("messages.mayNotMarkFinal", "You cannot mark final versions here.", "В этом чате финальные версии отмечаете не вы.");
    public static readonly Refusal NoFile = Refusal.Conflict("messages.noFile", "There is no file in this message.", "В этом сообщении нет файла.");
    public static readonly Refusal WhichFile = Refusal.Invalid("messages.whichFile", "The message holds several files. Say which one.", "В сообщении несколько файлов. Укажите, какой из них.");
    public static readonly Refusal FileNotInMessage = Refusal.Invalid("messages.fileNotInMessage", "This file is not in the message.", "Этого файла в сообщении нет.");
    public static readonly Refusal FinalNotFound = Refusal.Invalid("messages.finalNotFound", "There is no other final version there.", "Другой финальной версии там нет.");
    public static readonly Refusal FinalSuperseded = Refusal.Conflict("messages.finalSuperseded", "A newer version has replaced this one already.", "Эту версию уже заменила другая.");
    public static readonly Refusal TooManyFinals = Refusal.Conflict("messages.tooManyFinals", "A conversation holds at most 200 final versions, former ones included.", "В чате может быть не больше 200 финальных версий вместе с прежними.");
    public static readonly Refusal MayNotSetStatus = Refusal.Forbidden("messages.mayNotSetStatus", "You cannot set statuses here.", "В этом чате статусы ставите не вы.");
    public static readonly Refusal DeciderNotHere = Refusal.Invalid("messages.deciderNotHere", "Whoever is to decide must be in this conversation.", "Решение может принять только участник этого чата.");
    public static readonly Refusal WhoDecides = Refusal.Invalid("messages.whoDecides", "Say who is to decide.", "Укажите, кто принимает решение.");
    public static readonly Refusal NothingToDecide = Refusal.Invalid("messages.nothingToDecide", "Only a decision has somebody who makes it, and a date.", "Кто решает и до какого срока, указывают только у решения.");
    public static readonly Refusal DueInThePast = Refusal.Invalid("messages.dueInThePast", "This moment has passed already.", "Этот срок уже прошёл.");
    public static readonly Refusal SentOutside = Refusal.Conflict("messages.sentOutside", "A message that went to a messenger cannot be changed here.", "Сообщение ушло в мессенджер, здесь его не изменить.");
    public static readonly Refusal TooMany = Refusal.TooMany("messages.tooMany", "You write too fast. Wait a little.", "Слишком много сообщений подряд. Подождите немного.");
    public static readonly Refusal Busy = new(RefusalKind.Busy, "messages.busy", "The server is busy. Try again in a moment.", "Сервер занят. Попробуйте через мгновение.");
}
