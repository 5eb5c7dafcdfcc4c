namespace ClientChats.Domain.Naming;

/// <summary>How long a name may be, and how much of it stays whole in the list. Lengths are UTF-16 code units.</summary>
public static class NameLimits
{
    public const int Whole = 200;
    public const int List = 40;
    public const int ShortestList = 15;
}
