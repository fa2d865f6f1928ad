namespace Nuke.DockerSlim.Configuration;

/// <summary>Guesses what somebody meant who mistyped a name.</summary>
public static class NearName
{
    /// <summary>The known name nearest to a text: at most a third of it wrong. Null when none is near.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="known">The names there are.</param>
    public static string? Find(string text, IEnumerable<string> known) =>
        known
            .Select(x => (Name: x, Distance: Distance(text.ToLowerInvariant(), x.ToLowerInvariant())))
            .Where(x => x.Distance <= Math.Max(1, text.Length / 3))
            .OrderBy(x => x.Distance)
            .Select(x => x.Name)
            .FirstOrDefault();

    // Levenshtein's with two neighbours that changed places counted as one mistake, as it is one of the commonest; three rows at a time.
    private static int Distance(string a, string b)
    {
        var (before, above) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray());
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(substituted, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, above) = (above, row);
        }
        return above[b.Length];
    }
}
