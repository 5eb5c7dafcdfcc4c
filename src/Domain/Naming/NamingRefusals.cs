using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Naming;

/// <summary>Refusals of naming.</summary>
public static class NamingRefusals
{
    public static readonly Refusal DictionaryNotFound = Refusal.NotFound("naming.dictionaryNotFound", "There are dictionaries for ru and en.", "Есть словари ru и en.");
    public static readonly Refusal NameMoved = Refusal.Conflict("naming.nameMoved", "The chat has another name by now.", "Чат уже называется иначе.");
    public static readonly Refusal FixNotFound = Refusal.NotFound("naming.fixNotFound", "There is no such fixing of names.", "Такого исправления названий нет.");
    public static readonly Refusal FixUndone = Refusal.Conflict("naming.fixUndone", "This has been undone already.", "Это уже отменено.");
}
