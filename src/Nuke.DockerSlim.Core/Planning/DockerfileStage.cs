namespace Nuke.DockerSlim.Planning;

/// <summary>A stage of a Dockerfile, as the builder lists it.</summary>
/// <param name="Name">Its name; its number where it has none.</param>
/// <param name="Base">What it is built from: an image or another stage.</param>
/// <param name="Line">The line of its FROM, from one.</param>
/// <param name="IsDefault">Whether a build that names no stage makes this one.</param>
public sealed record DockerfileStage(string Name, string Base, int Line, bool IsDefault)
{
    /// <summary>Whether it has no name.</summary>
    public bool IsUnnamed => uint.TryParse(Name, out _);

    /// <summary>Whether the stage that a build's step goes by is the one meant: BuildKit calls the unnamed stage N <c>stage-N</c>.</summary>
    /// <param name="ofStep">What the step goes by; null for what is no step.</param>
    /// <param name="meant">A name, or the number of an unnamed stage.</param>
    public static bool IsSame(string? ofStep, string meant) =>
        meant.Equals(ofStep, StringComparison.OrdinalIgnoreCase)
        || (uint.TryParse(meant, out _) && string.Equals(ofStep, "stage-" + meant, StringComparison.Ordinal));
}
