namespace Nuke.DockerSlim.Contexts;

/// <summary>How a pattern is held against a path.</summary>
internal enum PatternKind
{
    /// <summary>It is the path.</summary>
    Path,

    /// <summary>The path begins with it.</summary>
    Beginning,

    /// <summary>The path ends in it.</summary>
    End,

    /// <summary>A regular expression over the whole path.</summary>
    Expression,
}
