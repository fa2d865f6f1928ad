using System.Collections.Generic;
using Nuke.Common;
using Nuke.DockerSlim.Components;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Values;

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

    IEnumerable<ImageDefinition> IHazImages.Images =>
        [
            new((EmbeddedEngine.Registry is { } registry ? registry + "/" : "") + "orders-api")
            {
                BuildContext = "samples/orders-api",
                TestResults = "/app/test-results",
                Budget = new() { DownloadSize = 80.MB, UnpackedSize = 220.MB },
            },
        ];
}
