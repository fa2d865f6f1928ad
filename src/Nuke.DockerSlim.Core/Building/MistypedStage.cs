using System.Text.RegularExpressions;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Building;

/// <summary>
/// Tells a stage's name that is mistyped (<c>COPY --from=buidler</c>) from a base image that cannot be had: BuildKit takes a name that no stage
/// has for an image's, so that both fail in the same words.
/// </summary>
public static partial class MistypedStage
{
    /// <summary>The name that may have been meant as a stage's: one without registry, tag and digest. Null where the failure is of another kind.</summary>
    /// <param name="failure">The failure.</param>
    public static string? NameIn(BuildFailure failure) =>
        failure.Kind == BuildFailureKind.BaseImage && Form().Match(failure.Reason) is { Success: true } match
            ? match.Groups["name"].Value
            : null;

    /// <summary>The failure as one of the Dockerfile where the stages show that a stage was meant; else as it is.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="stages">The Dockerfile's stages.</param>
    public static BuildFailure Explain(BuildFailure failure, IReadOnlyList<DockerfileStage> stages) =>
        NameIn(failure) is { } name && Reason(name, failure, stages) is { } reason
            ? failure with
            {
                Kind = BuildFailureKind.Dockerfile,
                Reason = reason,
            }
            : failure;

    private static string? Reason(string name, BuildFailure failure, IReadOnlyList<DockerfileStage> stages)
    {
        if (stages.FirstOrDefault(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } below)
            return $"the stage '{name}' begins at line {below.Line}; only stages above can be used, so put it further up";
        var all = string.Join(", ", stages.Select(x => $"{x.Name} (line {x.Line})"));
        if (NearName.Find(name, stages.Select(x => x.Name)) is { } near)
            return $"there is no stage '{name}', and no image of that name was found; did you mean '{near}'? The stages are {all}";
        // FROM names an image more often than a stage, and a registry that cannot be reached may well have it.
        var isBase = stages.Any(x => x.Base == name && x.Line == failure.Line);
        return isBase || !Missing().IsMatch(failure.Reason)
            ? null
            : $"there is no stage '{name}', and no image of that name was found; the stages are {all}";
    }

    [GeneratedRegex(
        @"^(?<name>[a-z0-9._-]+): failed to resolve source metadata for docker\.io/library/\k<name>:latest:",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Form();

    [GeneratedRegex("not found|does not exist|manifest unknown")]
    private static partial Regex Missing();
}
