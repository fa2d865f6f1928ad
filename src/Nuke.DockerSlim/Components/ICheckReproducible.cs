using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Finds out whether the same inputs make the same image.</summary>
public interface ICheckReproducible : IHazImages
{
    /// <summary>
    /// Builds the production stage twice, cold, and names each line of the Dockerfile that made something else, with the files that differ and why. Other
    /// contents fail the run, other times alone do not.
    /// </summary>
    Target CheckReproducible =>
        _ =>
            _.Description("Builds twice, cold, and names the lines and files that differ")
                .TryAfter<IBuildImage>(x => x.BuildImage)
                .TryAfter<ITestImage>(x => x.TestImage)
                .TryAfter<IMeasureImage>(x => x.MeasureImage)
                .DependsOn(PrepareImages)
                .ProceedAfterFailure()
                .Executes(() => ImageRun.Of(this).CheckReproducibleAsync());
}
