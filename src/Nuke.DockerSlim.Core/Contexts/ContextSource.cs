namespace Nuke.DockerSlim.Contexts;

/// <summary>A <see cref="ContextRead" /> ready to be asked about paths.</summary>
internal sealed class ContextSource
{
    private readonly PathGlob? _glob;
    private readonly PathPatterns? _includes;
    private readonly PathPatterns? _excludes;

    /// <summary>Prepares a read.</summary>
    /// <param name="read">The read.</param>
    public ContextSource(ContextRead read)
    {
        Read = read;
        _glob = PathGlob.HasWildcards(read.Source) ? new PathGlob(read.Source) : null;
        _includes = read.IncludePatterns.Count > 0 ? new PathPatterns(read.IncludePatterns) : null;
        _excludes = read.ExcludePatterns.Count > 0 ? new PathPatterns(read.ExcludePatterns) : null;
    }

    /// <summary>The read.</summary>
    public ContextRead Read { get; }

    /// <summary>
    /// What of a path the source itself names: the file, or the folder above it with all of which it comes; null when it is not taken.
    /// </summary>
    /// <param name="path">The path.</param>
    public string? Root(string path)
    {
        if (Named(path) is not { } root)
            return null;
        var below =
            root.Length == 0 ? path
            : root.Length == path.Length ? ""
            : path[(root.Length + 1)..];
        // Patterns are about what lies in a folder; a file that is named is taken whatever they say (measured with BuildKit 0.25).
        return below.Length == 0 || ((_includes?.Match(below) ?? true) && !(_excludes?.Match(below) ?? false)) ? root : null;
    }

    // With wildcards the uppermost match counts: a folder that matches is copied as a whole.
    private string? Named(string path)
    {
        if (_glob is null)
            return ContextPath.IsAtOrBelow(path, Read.Source) ? Read.Source : null;
        for (var end = 0; end < path.Length; end++)
        {
            end = path.IndexOf('/', end) is >= 0 and var slash ? slash : path.Length;
            var above = path[..end];
            if (_glob.Matches(above))
                return above;
        }
        return null;
    }
}
