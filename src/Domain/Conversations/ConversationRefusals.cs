using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Conversations;

public static class ConversationRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("conversations.notFound", "This conversation does not exist or is not open to you.", "Чат не найден. Возможно, его нет или он вам не открыт.");
    public static readonly Refusal Archived = Refusal.Conflict("conversations.archived", "This conversation is archived.", "Чат в архиве.");
    public static readonly Refusal MayNotWrite = Refusal.Forbidden("conversations.mayNotWrite", "You can read this conversation, but not write in it.", "Этот чат вы только читаете.");
    public static readonly Refusal MayNotRename = Refusal.Forbidden("conversations.mayNotRename", "You cannot rename this conversation.", "Название этого чата меняете не вы.");
    public static readonly Refusal MayNotAdd = Refusal.Forbidden("conversations.mayNotAdd", "You cannot add people here.", "В этот чат вы людей не добавляете.");
    public static readonly Refusal MayNotRemove = Refusal.Forbidden("conversations.mayNotRemove", "You cannot remove people here.", "Из этого чата вы людей не убираете.");
    public static readonly Refusal FollowsCrm = Refusal.Conflict("conversations.followsCrm", "Employees see this chat through the CRM; they are not added to it.", "Этот чат открывается сотрудникам через CRM, добавить их нельзя.");
    public static readonly Refusal DirectHasNoName = Refusal.Conflict("conversations.directHasNoName", "A direct chat has no name of its own.", "У личного чата нет своего названия.");
    public static readonly Refusal DirectNoPicture = Refusal.Conflict("conversations.directNoPicture", "A direct chat shows the picture of the other person.", "В личном чате показывают фото собеседника.");
    public static readonly Refusal MayNotDepict = Refusal.Forbidden("conversations.mayNotDepict", "You cannot change the picture of this conversation.", "Картинку этого чата меняете не вы.");
    public static readonly Refusal DirectHasTwo = Refusal.Conflict("conversations.directHasTwo", "A direct chat has exactly two people. Start a group chat instead.", "В личном чате всегда двое. Создайте групповой чат.");
    public static readonly Refusal NotWithYourself = Refusal.Conflict("conversations.notWithYourself", "A direct chat needs somebody else.", "Для личного чата нужен кто-то ещё.");
    public static readonly Refusal GuestsOpenNoGroups = Refusal.Forbidden("conversations.guestsOpenNoGroups", "Guests cannot open group chats.", "Гости не создают групповые чаты.");
    public static readonly Refusal GuestsWriteToAdministrators = Refusal.Forbidden("conversations.guestsWriteToAdministrators", "You can write to administrators; others write to you first.", "Вы можете написать администраторам. Остальные напишут вам сами.");
    public static readonly Refusal HistoryAlreadyShown = Refusal.Conflict("conversations.historyAlreadyShown", "This person already has the whole history; it cannot be taken back.", "Вся история уже открыта этому человеку, забрать её нельзя.");
    public static readonly Refusal LastEmployee = Refusal.Conflict("conversations.lastEmployee", "You are the last employee here while guests are in it. Add a colleague or remove the guests first.", "Вы последний сотрудник в чате с гостями. Сначала добавьте коллегу или уберите гостей.");
    public static readonly Refusal NotYourselfByManaging = Refusal.Forbidden("conversations.notYourself", "Managing a conversation does not let you add yourself to it.", "Управление чатом не даёт добавить в него себя.");
    public static readonly Refusal MayNotArchive = Refusal.Forbidden("conversations.mayNotArchive", "You cannot archive this conversation.", "В архив этот чат убираете не вы.");
    public static readonly Refusal DirectStaysOpen = Refusal.Conflict("conversations.directStaysOpen", "A direct chat cannot be archived for both.", "Личный чат нельзя убрать в архив за двоих.");
    public static readonly Refusal TooManyMembers = Refusal.Conflict("conversations.tooManyMembers", "A conversation holds at most 1,000 people.", "В чате может быть не больше 1000 человек.");
}
