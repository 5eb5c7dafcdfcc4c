namespace ClientChats.Domain.Naming;

internal readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;

    public static TextRange Between(int start, int end) => new(start, end - start);

    public bool Overlaps(TextRange other) => Start < other.End && other.Start < End;

    public bool Contains(TextRange other) => Start <= other.Start && other.End <= End;

    public string In(string text) => text.Substring(Start, Length);
}
