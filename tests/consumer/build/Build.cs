using Nuke.Common;
using Nuke.DockerSlim.Components;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Values;

class Build : NukeBuild, ISlimImage
{
    public static int Main() => Execute<Build>(x => ((ISlimImage)x).SlimImage);

    IEnumerable<ImageDefinition> IHazImages.Images =>
        [
            new("slim-consumer")
            {
                BuildArgs = [$"BASE={Environment.GetEnvironmentVariable("CONSUMER_BASE") ?? "debian:bookworm-slim"}"],
                Budget = new() { UnpackedSize = 300.MB, WarmBuild = TimeSpan.FromMinutes(1) },
            },
        ];
}
