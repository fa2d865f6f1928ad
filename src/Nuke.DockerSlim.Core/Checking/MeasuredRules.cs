namespace Nuke.DockerSlim.Checking;

/// <summary>Rules whose findings come of measuring, not of reading a Dockerfile.</summary>
public static class MeasuredRules
{
    /// <summary>Much of the build context is needed by no line.</summary>
    public const string ContextUnused = "context-unused";

    /// <summary>A line takes in what each run writes.</summary>
    public const string OutputsInContext = "outputs-in-context";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [ContextUnused, OutputsInContext];
}
