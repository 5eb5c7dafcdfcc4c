using System.Text;

namespace ClientChats.Domain.Naming;

/// <summary>The name as people see it, and the way back from a place in it to the place in the name as typed.</summary>
internal sealed class VisibleText
{
    private readonly int[]? origins;

    private VisibleText(string text, int[]? origins, List<InvisibleRun> hidden)
    {
        Text = text;
        Hidden = hidden;
        this.origins = origins;
    }

    public string Text { get; }

    public List<InvisibleRun> Hidden { get; }

    public static VisibleText Of(string typed)
    {
        var hidden = InvisibleRuns.In(typed);
        if (hidden.Count == 0) return new VisibleText(typed, null, hidden);

        var text = new StringBuilder(typed.Length);
        List<int> origins = new(typed.Length);
        var from = 0;
        foreach (var run in hidden)
        {
            Show(from, run.Range.Start);
            from = run.Range.End;
            if (!run.ActsAsSpace) continue;
            text.Append(' ');
            origins.Add(run.Range.Start);
        }

        Show(from, typed.Length);
        return new VisibleText(text.ToString(), [..origins], hidden);

        void Show(int start, int end)
        {
            text.Append(typed, start, end - start);
            for (var i = start; i < end; i++) origins.Add(i);
        }
    }

    public TextRange AsTyped(TextRange range)
    {
        if (origins is null || range.Length == 0) return range;
        return TextRange.Between(origins[range.Start], origins[range.End - 1] + 1);
    }
}
