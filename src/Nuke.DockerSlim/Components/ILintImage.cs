using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Checks the Dockerfile.</summary>
public interface ILintImage : IHazImages
{
    /// <summary>Lets BuildKit check each Dockerfile; what it finds goes into the report.</summary>
    Target LintImage =>
        _ =>
            _.Description("Checks the Dockerfile")
                .DependsOn(PrepareImages)
                .ProceedAfterFailure()
                .Executes(() => ImageRun.Of(this).LintAsync());
}
