using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Runs the tests of the test stage.</summary>
public interface ITestImage : IHazImages
{
    /// <summary>Builds each test stage, runs its command if it has one, and reads its results.</summary>
    Target TestImage =>
        _ =>
            _.Description("Runs the tests of the test stage")
                .TryAfter<IBuildImage>(x => x.BuildImage)
                .DependsOn(PrepareImages)
                .ProceedAfterFailure()
                .Executes(() => ImageRun.Of(this).TestAsync());
}
