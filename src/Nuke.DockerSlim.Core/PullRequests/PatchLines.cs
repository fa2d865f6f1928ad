using System.Globalization;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>The lines that a patch adds.</summary>
internal static partial class PatchLines
{
    /// <summary>The position in the patch of each line that it adds, by the line's number in the file as it is then.</summary>
    /// <param name="patch">Hunks of a unified diff; null: none.</param>
    public static IReadOnlyDictionary<int, int> Added(string? patch)
    {
        var added = new Dictionary<int, int>();
        int? line = null;
        var position = -1;
        foreach (var text in (patch ?? "").Split('\n'))
        {
            position++;
            if (Hunk().Match(text) is { Success: true } hunk)
                line = int.TryParse(hunk.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                    ? first
                    : null;
            else if (line is { } current && text is ['+' or ' ', ..])
            {
                if (text[0] == '+')
                    added[current] = position;
                line = current + 1;
            }
        }
        return added;
    }

    [GeneratedRegex(@"^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@")]
    private static partial Regex Hunk();
}
