using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Starting;

/// <summary>A Dockerfile that was found, and the image that it is taken for.</summary>
/// <param name="Dockerfile">Its path from the root folder, with slashes.</param>
/// <param name="BuildContext">The build context's path from the root folder, with slashes; <c>.</c> for the root folder.</param>
/// <param name="Name">The image's name.</param>
/// <param name="Stages">Its stages.</param>
public sealed record FoundDockerfile(string Dockerfile, string BuildContext, string Name, StageChoice Stages)
{
    /// <summary>Whether the build context has the Dockerfile under its usual name.</summary>
    internal bool IsUsual => Dockerfile == (BuildContext == "." ? "" : BuildContext + "/") + "Dockerfile";

    /// <summary>Whether a build finds it without being told anything: the file <c>Dockerfile</c> in the root folder.</summary>
    public bool IsDefault => IsUsual && BuildContext == ".";

    /// <summary>The image.</summary>
    /// <param name="registry">What its repository has before its name, with a slash at its end; empty for nothing.</param>
    public ImageDefinition ToDefinition(string registry)
    {
        var image = new ImageDefinition(registry + Name)
        {
            BuildContext = BuildContext,
            Dockerfile = IsUsual ? null : Dockerfile,
            ProductionStage = Stages.Production,
            AllowUntested = Stages.Test is null,
        };
        return Stages.Test is { } test ? image with { TestStage = test } : image;
    }
}
