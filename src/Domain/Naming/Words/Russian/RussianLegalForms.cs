namespace ClientChats.Domain.Naming;

/// <summary>«ИП» is not among them: without it «ИП Иванов» reads as a manager's last name.</summary>
internal static class RussianLegalForms
{
    public const string Lines = "ООО, ОАО, ЗАО, ПАО, НАО, АО, ТОО, ОсОО, ОДО, ЧУП, УП, ЧАО, ТОВ, ФГУП, ГУП, МУП, НПАО, МКАО, МКООО";
}
