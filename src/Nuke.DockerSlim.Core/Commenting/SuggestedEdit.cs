using System.Globalization;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Commenting;

/// <summary>Lines of a file that are replaced by others, from a unified diff (GNU diffutils, "Detailed Description of Unified Format").</summary>
/// <param name="File">The file, without the diff's <c>a/</c>.</param>
/// <param name="FirstLine">The first line that is replaced, from one.</param>
/// <param name="Removed">How many are.</param>
/// <param name="Added">What stands there then.</param>
internal sealed partial record SuggestedEdit(string File, int FirstLine, int Removed, IReadOnlyList<string> Added)
{
    /// <summary>The pieces of a diff; none of one that cannot be read.</summary>
    /// <param name="diff">The diff.</param>
    public static IReadOnlyList<SuggestedEdit> Read(string diff)
    {
        var pieces = new List<SuggestedEdit>();
        var (file, at, before, after) = ("", 0, 0, 0);
        SuggestedEdit? open = null;
        foreach (var line in diff.Split('\n'))
        {
            if (before + after == 0)
            {
                Close();
                if (line.StartsWith("--- ", StringComparison.Ordinal))
                    file = line.StartsWith("--- a/", StringComparison.Ordinal) ? line["--- a/".Length..].Split('\t')[0] : "";
                else if (Hunk().Match(line) is { Success: true } hunk)
                    (at, before, after) = (Number(hunk.Groups[1]), Number(hunk.Groups[2]), Number(hunk.Groups[3]));
            }
            else if (line is [' ', ..] or [])
            {
                Close();
                (at, before, after) = (at + 1, before - 1, after - 1);
            }
            else if (line is ['-', ..])
            {
                open = (open ?? new(file, at, 0, [])) with { Removed = (open?.Removed ?? 0) + 1 };
                (at, before) = (at + 1, before - 1);
            }
            else if (line is ['+', ..])
            {
                open = (open ?? new(file, at, 0, [])) with { Added = [.. open?.Added ?? [], line[1..]] };
                after--;
            }
            // A diff that says less or more than it counts is none of ours.
            if (before < 0 || after < 0)
                return [];
        }
        Close();
        return pieces;

        void Close()
        {
            if (open is not null && file.Length > 0)
                pieces.Add(open);
            open = null;
        }
    }

    // Without a number it is one.
    private static int Number(Group group) =>
        !group.Success ? 1
        : int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : 0;

    [GeneratedRegex(@"^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@")]
    private static partial Regex Hunk();
}
