namespace Nuke.DockerSlim.Checking;

/// <summary>Rules whose findings come of measuring, not of reading a Dockerfile.</summary>
public static class MeasuredRules
{
    /// <summary>Much of the build context is needed by no line.</summary>
    public const string ContextUnused = "context-unused";

    /// <summary>A line takes in what each run writes.</summary>
    public const string OutputsInContext = "outputs-in-context";

    /// <summary>A secret that the build was given is in the image, or in what the build wrote.</summary>
    public const string SecretFound = "secret-found";

    /// <summary>Two cold builds of the same inputs made a layer of different contents.</summary>
    public const string NotReproducible = "not-reproducible";

    /// <summary>Two cold builds of the same inputs made images that differ in times.</summary>
    public const string TimesNotReproducible = "times-not-reproducible";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [ContextUnused, OutputsInContext, SecretFound, NotReproducible, TimesNotReproducible];
}
