using System.Collections.Generic;
using Nuke.Common;
using Nuke.DockerSlim.Components;
using Nuke.DockerSlim.Configuration;

/// <summary>This repository's own build. It uses the components on the images in samples, as anybody else would.</summary>
partial class Build : NukeBuild, ISlimImage
{
    public static int Main()
    {
        var exitCode = Execute<Build>(x => ((ISlimImage)x).SlimImage);
        // Last of all, below Nuke's own summary: the line that a pipeline reads.
        if (TestCount.OfThisRun is { } count)
            System.Console.WriteLine(count);
        return exitCode;
    }

    /// <summary>One of the samples, or any of the gallery's by its name.</summary>
    IEnumerable<ImageDefinition> IHazImages.Images =>
        ((IHazImages)this).OnlyImage is null ? [OrdersApi] : [.. GalleryImages, .. TimeImages, .. ParallelImageSet];
}
