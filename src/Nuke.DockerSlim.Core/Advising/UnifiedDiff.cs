using System.Text;

namespace Nuke.DockerSlim.Advising;

/// <summary>The difference of two texts in the form that <c>patch -p1</c> and <c>git apply</c> take (GNU diffutils manual, "Detailed Unified").</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    // Lines times lines; beyond it all between the first and the last difference counts as changed.
    private const long LargestTable = 4_000_000;

    /// <summary>The difference; empty when there is none.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="before">The text before; null when there was no file.</param>
    /// <param name="after">The text after.</param>
    public static string Of(string name, string? before, string after)
    {
        if (before == after)
            return "";
        var (old, now) = (Lines(before ?? ""), Lines(after));
        var changes = Changes(old, now);
        var text = new StringBuilder();
        text.Append(before is null ? "--- /dev/null\n" : $"--- a/{name}\n").Append($"+++ b/{name}\n");
        for (var first = 0; first < changes.Count; )
        {
            var last = first;
            while (last + 1 < changes.Count && changes[last + 1].Old - (changes[last].Old + changes[last].Removed) <= 2 * Context)
                last++;
            Hunk(text, old, now, changes[first..(last + 1)]);
            first = last + 1;
        }
        return text.ToString();
    }

    private readonly record struct Change(int Old, int Removed, int New, int Added);

    private static void Hunk(StringBuilder text, string[] old, string[] now, List<Change> changes)
    {
        var lead = Math.Min(Context, changes[0].Old);
        var end = Math.Min(old.Length, changes[^1].Old + changes[^1].Removed + Context);
        var (start, newStart) = (changes[0].Old - lead, changes[0].New - lead);
        var added = changes.Sum(x => x.Added - x.Removed);
        text.Append($"@@ -{Range(start, end - start)} +{Range(newStart, end - start + added)} @@\n");
        var at = start;
        foreach (var change in changes)
        {
            for (; at < change.Old; at++)
                Line(text, ' ', old[at]);
            for (; at < change.Old + change.Removed; at++)
                Line(text, '-', old[at]);
            for (var i = 0; i < change.Added; i++)
                Line(text, '+', now[change.New + i]);
        }
        for (; at < end; at++)
            Line(text, ' ', old[at]);
    }

    private static string Range(int start, int count) => count == 1 ? $"{start + 1}" : $"{(count == 0 ? start : start + 1)},{count}";

    private static void Line(StringBuilder text, char sign, string line)
    {
        text.Append(sign).Append(line);
        if (!line.EndsWith('\n'))
            text.Append("\n\\ No newline at end of file\n");
    }

    private static List<Change> Changes(string[] old, string[] now)
    {
        var head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head])
            head++;
        var tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)])
            tail++;
        var (rows, columns) = (old.Length - head - tail, now.Length - head - tail);
        if ((long)rows * columns > LargestTable)
            return [new(head, rows, head, columns)];
        var common = Common(old.AsSpan(head, rows), now.AsSpan(head, columns));
        var changes = new List<Change>();
        for (int i = 0, j = 0; i < rows || j < columns; )
        {
            var (fromOld, fromNew) = (i, j);
            while (i < rows || j < columns)
                if (i < rows && j < columns && old[head + i] == now[head + j])
                    break;
                else if (j == columns || (i < rows && common[i + 1, j] >= common[i, j + 1]))
                    i++;
                else
                    j++;
            if (i > fromOld || j > fromNew)
                changes.Add(new(head + fromOld, i - fromOld, head + fromNew, j - fromNew));
            while (i < rows && j < columns && old[head + i] == now[head + j])
                (i, j) = (i + 1, j + 1);
        }
        return changes;
    }

    /// <summary>How many lines two ends have in common at most (longest common subsequence).</summary>
    private static int[,] Common(ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        for (var j = now.Length - 1; j >= 0; j--)
            common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    // With their ends: a line that lacks one is another line.
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found + 1 : text.Length;
            lines.Add(text[at..end]);
            at = end;
        }
        return [.. lines];
    }
}
