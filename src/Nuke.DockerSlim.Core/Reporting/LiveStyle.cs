namespace Nuke.DockerSlim.Reporting;

/// <summary>How running builds are shown.</summary>
public sealed record LiveStyle
{
    /// <summary>What the place can show.</summary>
    public ConsoleStyle Console { get; init; } = ConsoleStyle.Log;

    /// <summary>
    /// Whether lines may be drawn over: a person's terminal that understands cursor movement. Otherwise lines are only added, as in a log.
    /// </summary>
    public bool Interactive { get; init; }

    /// <summary>
    /// Whether the terminal breaks lines anew when it gets narrower, as most do. Where it does not (xterm, the Linux console, GNU screen) the
    /// rows to be drawn over stay as many as they were.
    /// </summary>
    public bool Reflows { get; init; } = true;

    /// <summary>
    /// Asked before each drawing: the terminal's columns and rows now, for it may be resized meanwhile. Null means the style's width and
    /// 24 rows.
    /// </summary>
    public Func<(int Columns, int Rows)>? Size { get; init; }
}
