using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Shows the images that tags stood for, by what hangs on them in the registry.</summary>
public interface IImageHistory : IHazImages
{
    /// <summary>How many images of each tag are shown at most.</summary>
    [Parameter("How many images of each tag ImageHistory shows, up to 51 - default: 10")]
    string? HistoryCount => TryGetValue(() => HistoryCount);

    /// <summary>
    /// Shows, for each tag of <c>--image-tags</c>, its last images with their sizes and times. Neither an engine nor a Dockerfile is needed.
    /// </summary>
    Target ImageHistory =>
        _ =>
            _.Description("Shows the last images of a tag, from the registry alone")
                .TryAfter<IPushImage>(x => x.PushImage)
                .DependsOn(PrepareImages)
                .ProceedAfterFailure()
                .Executes(() => ImageRun.Of(this).ShowHistoryAsync(HistoryCount));
}
