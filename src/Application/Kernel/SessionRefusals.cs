using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Kernel;

/// <summary>Refusals of signing in and of the request itself.</summary>
public static class SessionRefusals
{
    public static readonly Refusal SignedOut = new(RefusalKind.SignedOut, "session.signedOut", "Sign in first.", "Сначала войдите.");
    public static readonly Refusal NotSetUp = Refusal.Conflict("setup.required", "This installation is not set up yet.", "Установка ещё не настроена.");
    public static readonly Refusal AlreadySetUp = Refusal.Conflict("setup.done", "This installation is set up already.", "Установка уже настроена.");
    public static readonly Refusal SetupCodeWrong = Refusal.Forbidden("setup.codeWrong", "The setup code does not fit. It was printed when the server started.", "Код установки не подходит. Он напечатан при запуске сервера.");
    public static readonly Refusal WrongPassword = new(RefusalKind.SignedOut, "session.wrongPassword", "E-mail or password does not fit.", "Почта или пароль не подходят.");
    public static readonly Refusal TooManyAttempts = Refusal.TooMany("session.tooManyAttempts", "Too many attempts. Try again later.", "Слишком много попыток. Попробуйте позже.");
    public static readonly Refusal CurrentPasswordWrong = Refusal.Invalid("passwords.currentWrong", "This is not your present password.", "Это не ваш нынешний пароль.");
    public static readonly Refusal ResetUnknown = Refusal.NotFound("passwordResets.unknown", "This link does not work.", "Ссылка не действует.");
    public static readonly Refusal ResetGone = Refusal.Gone("passwordResets.gone", "This link has expired or was used. Ask for a new one.", "Ссылка истекла или уже использована. Попросите новую.");
    public static readonly Refusal SessionNotFound = Refusal.NotFound("sessions.notFound", "There is no such session.", "Такого входа нет.");
    public static readonly Refusal TokenNotFound = Refusal.NotFound("tokens.notFound", "There is no such token.", "Такого токена нет.");
    public static readonly Refusal TooManyTokens = Refusal.Conflict("tokens.tooMany", "You have 50 tokens; delete one first.", "У вас уже 50 токенов, сначала удалите лишний.");
    public static readonly Refusal ScopeMissing = Refusal.Forbidden("tokens.scopeMissing", "The token is not meant for this.", "Этот токен для такого не предназначен.");
    public static readonly Refusal KeyReused = Refusal.Conflict("request.idempotencyKeyReused", "This idempotency key was used with another body.", "Этот ключ идемпотентности уже использован с другим телом.");
    public static readonly Refusal InProgress = Refusal.Conflict("request.inProgress", "The first request with this key is still running.", "Первый запрос с этим ключом ещё выполняется.");
    public static readonly Refusal SecretAlreadyShown = Refusal.Conflict("request.secretAlreadyShown", "The secret was shown with the first answer and is not shown again.", "Секрет показан в первом ответе и больше не показывается.");
    public static readonly Refusal Stale = new(RefusalKind.Stale, "request.stale", "This changed while you were editing. Look at what is new and save again.", "Пока вы правили, это уже изменили. Посмотрите, что нового, и сохраните ещё раз.");
    public static readonly Refusal Unconditional = new(RefusalKind.Unconditional, "request.ifMatchMissing", "Say with If-Match which version you have read.", "Укажите в If-Match, какую версию вы прочитали.");
}
