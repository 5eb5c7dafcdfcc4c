using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Files;

public static class FileRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("files.notFound", "There is no such file, or it is not open to you.", "Такого файла нет, или он вам не доступен.");
    public static readonly Refusal UploadNotFound = Refusal.NotFound("files.uploadNotFound", "There is no such upload, or it has expired.", "Такой загрузки нет, или её время вышло.");
    public static readonly Refusal MayNotUpload = Refusal.Forbidden("files.mayNotUpload", "You can attach files where you can write.", "Прикладывать файлы можно там, где можно писать.");
    public static readonly Refusal Missing = Refusal.Invalid("files.missing", "There is no file in the request.", "В запросе нет файла.");
    public static readonly Refusal Empty = Refusal.Invalid("files.empty", "The file is empty.", "Файл пустой.");
    public static readonly Refusal TooLarge = new(RefusalKind.TooLarge, "files.tooLarge", "The file is too large.", "Файл слишком большой.");
    public static readonly Refusal QuotaReached = Refusal.Conflict("files.quotaReached", "The organization has no room for this file.", "В хранилище организации нет места для этого файла.");
    public static readonly Refusal TooManyWaiting = Refusal.Conflict("files.tooManyWaiting", "Too many of your files are not attached to a message yet.", "Слишком много ваших файлов ещё не приложено к сообщениям.");
    public static readonly Refusal TooMany = Refusal.TooMany("files.tooMany", "Too many files at once. Wait a little.", "Слишком много файлов подряд. Подождите немного.");
    public static readonly Refusal OffsetWrong = Refusal.Conflict("files.offsetWrong", "The upload goes on at another place.", "Загрузку нужно продолжить с другого места.");
    public static readonly Refusal UploadBusy = Refusal.Conflict("files.uploadBusy", "The upload is being written to by another request.", "Эта загрузка уже идёт в другом запросе.");
    public static readonly Refusal NotAttachable = Refusal.Invalid("files.notAttachable", "This file cannot be attached: it is not yours, not finished, or attached already.", "Этот файл нельзя приложить: он не ваш, не догружен или уже приложен.");
    public static readonly Refusal BridgeTakesNone = Refusal.Conflict("files.bridgeTakesNone", "Files cannot be sent to this messenger.", "В этот мессенджер нельзя отправить файл.");
    public static readonly Refusal NotAPicture = Refusal.Invalid("files.notAPicture", "This is not a whole PNG, JPEG, GIF or WebP picture.", "Это не картинка PNG, JPEG, GIF или WebP, либо она повреждена.");
    public static readonly Refusal PictureTooLarge = Refusal.Invalid("files.pictureTooLarge", "A picture has at most 5 MB and 4,096 pixels on each side.", "Картинка должна быть не больше 5 МБ и 4096 точек по каждой стороне.");
    public static readonly Refusal NoPicture = Refusal.NotFound("files.noPicture", "There is no picture.", "Картинки нет.");
    public static readonly Refusal VersionWrong = new(RefusalKind.Stale, "files.tusVersionWrong", "This server speaks tus 1.0.0.", "Этот сервер поддерживает tus 1.0.0.");
}
