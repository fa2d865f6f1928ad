using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Makes a repository ready: finds Dockerfiles and their stages, proposes limits, writes them down.</summary>
public interface IInitSlimImage : IHazImages
{
    /// <summary>
    /// Builds and measures each image that has no limits once, and writes limits into <c>.nuke/parameters.json</c> and a workflow where there is none. A build
    /// that declares no images gets those of the Dockerfiles that are found. Says each file that it writes, and changes nothing that is there.
    /// </summary>
    Target InitSlimImage =>
        _ =>
            _.Description("Finds Dockerfiles, measures once, proposes limits, writes .nuke/parameters.json and a workflow")
                .DependsOn(PrepareImages)
                .Executes(() => ImageRun.Of(this).InitAsync());
}
