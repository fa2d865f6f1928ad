using System.Globalization;

namespace Nuke.DockerSlim.Sarif;

/// <summary>
/// The hashes of a file's lines that code scanning tells results apart by (<c>primaryLocationLineHash</c>): of the hundred characters from the line's begin
/// on, blanks and tabs left out, every line end a line feed and the file's end 65,535, as digits to the base of 37, modulo 2^64; behind a colon the how
/// manieth line of that hash it is. What uploads a file computes the same and warns where it finds another.
/// </summary>
internal static class LineHashes
{
    private const int Window = 100;
    private const ulong Base = 37;
    private const ulong EndOfFile = 65_535;

    /// <summary>The hashes, one a line.</summary>
    /// <param name="text">The file's text.</param>
    public static IReadOnlyList<string> Of(string text)
    {
        var units = new List<ulong>(text.Length);
        var begins = new List<int>();
        foreach (var line in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n'))
        {
            begins.Add(units.Count);
            units.AddRange(line.Where(x => x is not (' ' or '\t')).Select(x => (ulong)x));
            units.Add('\n');
        }
        units[^1] = EndOfFile;
        var seen = new Dictionary<ulong, int>();
        return
        [
            .. begins
                .Select(x => Hash(units, x))
                .Select(x => $"{x.ToString("x", CultureInfo.InvariantCulture)}:{seen[x] = seen.GetValueOrDefault(x) + 1}"),
        ];
    }

    // Behind the file's end there is nothing, which counts as zeros.
    private static ulong Hash(List<ulong> units, int begin)
    {
        var hash = 0UL;
        for (var i = 0; i < Window; i++)
            hash = unchecked((hash * Base) + (begin + i < units.Count ? units[begin + i] : 0));
        return hash;
    }
}
