using Nuke.DockerSlim.Advising;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim;

/// <summary>What advice starts from.</summary>
internal static class AdviceStart
{
    /// <summary>An image whose production stage does not exist is what a build without a name makes: that is the file that needs advice the most.</summary>
    /// <param name="image">The image.</param>
    public static AdvisedImage Of(AdvisedImage image)
    {
        var file = Dockerfile.Parse(image.Dockerfile, image.BuildArgs);
        return file.Find(image.ProductionStage) is not null || file.Find(null) is not { } last
            ? image
            : image with
            {
                ProductionStage = last.Name ?? $"{last.Index}",
            };
    }
}
