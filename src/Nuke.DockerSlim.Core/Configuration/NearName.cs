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

    // Levenshtein's, one row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
