namespace ClientChats.Domain.Naming;

/// <summary>The stable codes of findings, as clients of the API know them.</summary>
public static class FindingCode
{
    public const string Empty = "name.empty";
    public const string OverLimit = "name.overLimit";
    public const string Invisible = "name.invisible";
    public const string Lookalike = "name.lookalike";
    public const string NoSeparator = "name.noSeparator";
    public const string TooGeneral = "name.tooGeneral";
    public const string Abbreviation = "name.abbreviation";
    public const string LongWord = "name.longWord";
    public const string Unreadable = "name.unreadable";
    public const string FirstName = "name.firstName";
    public const string JobTitle = "name.jobTitle";
    public const string LegalForm = "name.legalForm";
    public const string TooLong = "name.tooLong";
    public const string Taken = "name.taken";
    public const string Near = "name.near";
}
