using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Channels;

public static class ChannelRefusals
{
    public static readonly Refusal NotAChannel = Refusal.Conflict("channels.notAChannel", "This is not a channel.", "Это не канал.");
    public static readonly Refusal GuestsOpenNone = Refusal.Forbidden("channels.guestsOpenNone", "Guests cannot open channels.", "Гости не создают каналы.");
    public static readonly Refusal MayNotChange = Refusal.Forbidden("channels.mayNotChange", "Only an administrator of the channel can change this.", "Это меняют только администраторы канала.");
    public static readonly Refusal MayNotAppoint = Refusal.Forbidden("channels.mayNotAppoint", "Only an administrator of the channel can appoint or dismiss administrators.", "Администраторов назначают и снимают только администраторы канала.");
    public static readonly Refusal GuestsInside = Refusal.Conflict("channels.guestsInside", "A channel with a guest inside cannot become public. Take the guests out first.", "Канал, в котором есть гость, не открыть всем сотрудникам. Сначала уберите гостей.");
    public static readonly Refusal GuestsDoNotAdminister = Refusal.Conflict("channels.guestsDoNotAdminister", "A guest cannot administer a channel.", "Гость не может быть администратором канала.");
    public static readonly Refusal LastAdministrator = Refusal.Conflict("channels.lastAdministrator", "A channel needs at least one administrator. Appoint somebody else first.", "В канале должен остаться хотя бы один администратор. Сначала назначьте другого.");
    public static readonly Refusal EndsBeforeStart = Refusal.Invalid("channels.endsBeforeStart", "The end is before the beginning.", "Окончание раньше начала.");
    public static readonly Refusal ResponsibleNotInside = Refusal.Conflict("channels.responsibleNotInside", "The responsible has to be in the channel.", "Ответственный должен состоять в канале.");
}
