using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Pages;

/// <summary>What a page is made of.</summary>
/// <param name="Report">The image's report.</param>
internal sealed record PageSource(ImageReport Report)
{
    /// <summary>The map of the image's files as JSON; null where its layers could not be looked into, or belong to another image.</summary>
    public string? Files { get; init; }

    /// <summary>The Dockerfile as the builder read it; null when it is not known.</summary>
    public string? Dockerfile { get; init; }

    /// <summary>The images before this one, of each tag that was asked for; null when none was.</summary>
    public ImageHistory? History { get; init; }

    /// <summary>What the runs of this machine measured; null when nothing was kept.</summary>
    public ImageHistory? Runs { get; init; }
}
