using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Measures the production image.</summary>
public interface IMeasureImage : IHazImages
{
    /// <summary>Weighs each production image, layer by layer, as the engine holds it.</summary>
    Target MeasureImage =>
        _ =>
            _.Description("Measures download and unpacked size, layer by layer")
                .TryAfter<IBuildImage>(x => x.BuildImage)
                .TryAfter<ITestImage>(x => x.TestImage)
                .DependsOn(PrepareImages)
                .ProceedAfterFailure()
                .Executes(() => ImageRun.Of(this).MeasureAsync());
}
