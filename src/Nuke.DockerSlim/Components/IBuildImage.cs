using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Builds the production stage.</summary>
public interface IBuildImage : IHazImages
{
    /// <summary>Builds each production stage cold, warm and after an edit, and times it.</summary>
    Target BuildImage =>
        _ =>
            _.Description("Builds the production stage cold, warm and after an edit")
                .TryAfter<ILintImage>(x => x.LintImage)
                .DependsOn(PrepareImages)
                .ProceedAfterFailure()
                .Executes(() => ImageRun.Of(this).BuildAsync());
}
