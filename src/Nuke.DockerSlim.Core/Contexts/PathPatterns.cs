using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Contexts;

/// <summary>
/// An ordered list of patterns over paths, of which the last that matches decides; those with a leading <c>!</c> take back. What a pattern
/// matches, it matches with all that lies below. Used as BuildKit uses it while it walks a context from its folder downwards.
/// </summary>
public sealed class PathPatterns
{
    private readonly PathPattern[] _patterns;
    private readonly string[]? _exceptions;
    private readonly string[]? _prefixes;

    /// <summary>Reads patterns.</summary>
    /// <param name="patterns">The patterns, as <see cref="IgnoreFile" /> or the provenance has them.</param>
    /// <exception cref="InputException">BuildKit refuses one of them.</exception>
    public PathPatterns(IReadOnlyList<string> patterns)
    {
        _patterns = [.. patterns.Select(x => x.Trim()).Where(x => x.Length > 0).Select(x => new PathPattern(ContextPath.Clean(x)))];
        _exceptions = Prefixes(_patterns.Where(x => x.IsException));
        _prefixes = Prefixes(_patterns.Where(x => !x.IsException));
    }

    /// <summary>How many there are.</summary>
    public int Count => _patterns.Length;

    /// <summary>Whether the patterns match a path. To be asked of a folder before it is asked of what lies in it.</summary>
    /// <param name="path">The path, relative to the context, parted by slashes.</param>
    /// <param name="parent">What <paramref name="own" /> was for the folder that it lies in; empty for the context's own.</param>
    /// <param name="own">Gets which of the patterns match, <see cref="Count" /> of them, for what lies in it.</param>
    public bool Match(string path, ReadOnlySpan<bool> parent, Span<bool> own)
    {
        var isMatch = false;
        for (var i = 0; i < _patterns.Length; i++)
        {
            // A pattern that cannot change the answer any more is not asked, and does not count for what lies below either.
            own[i] = (!parent.IsEmpty && parent[i]) || (_patterns[i].IsException == isMatch && _patterns[i].Matches(path));
            if (own[i])
                isMatch = !_patterns[i].IsException;
        }
        return isMatch;
    }

    /// <summary>Whether the patterns match a path, asked of each folder on the way to it.</summary>
    /// <param name="path">The path, relative to the context, parted by slashes.</param>
    public bool Match(string path)
    {
        Span<bool> parent = new bool[_patterns.Length];
        Span<bool> own = new bool[_patterns.Length];
        var isMatch = false;
        for (var end = 0; end < path.Length; end++)
        {
            end = path.IndexOf('/', end) is >= 0 and var slash ? slash : path.Length;
            isMatch = Match(path[..end], parent, own);
            own.CopyTo(parent);
        }
        return isMatch;
    }

    /// <summary>Whether nothing below a folder that they match can be taken back, so that nobody has to look.</summary>
    /// <param name="folder">The folder.</param>
    public bool CoverAllBelow(string folder) => _exceptions is not null && !_exceptions.Any(x => ContextPath.IsAtOrBelow(x, folder));

    /// <summary>Whether something below a folder that they do not match may match.</summary>
    /// <param name="folder">The folder.</param>
    public bool MayMatchBelow(string folder) => _prefixes is null || _prefixes.Any(x => ContextPath.IsAtOrBelow(x, folder));

    private static string[]? Prefixes(IEnumerable<PathPattern> patterns)
    {
        var prefixes = patterns.Select(x => x.Prefix).ToArray();
        return prefixes.Any(x => x is null) ? null : [.. prefixes.Select(x => x!)];
    }
}
