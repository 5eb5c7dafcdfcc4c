using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Chats;

public static class ChatRefusals
{
    public static readonly Refusal NotAGroup = Refusal.Conflict("chats.notAGroup", "Only a group chat has an owner and can become a channel.", "Владелец есть только у группового чата, и только его можно сделать каналом.");
    public static readonly Refusal MayNotHandOn = Refusal.Forbidden("chats.mayNotHandOn", "Only the owner hands the chat on.", "Передать чат может только его владелец.");
    public static readonly Refusal MayNotConvert = Refusal.Forbidden("chats.mayNotConvert", "Only the owner can turn the chat into a channel.", "Сделать чат каналом может только его владелец.");
    public static readonly Refusal GuestsDoNotOwn = Refusal.Conflict("chats.guestsDoNotOwn", "A guest cannot own a chat.", "Гость не может быть владельцем чата.");
    public static readonly Refusal OwnerIsInside = Refusal.Conflict("chats.ownerIsInside", "The new owner has to be in the chat. Add him first.", "Новый владелец должен быть в чате. Сначала добавьте его.");
}
