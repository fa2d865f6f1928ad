using Nuke.Common;
using Nuke.Common.IO;

namespace Nuke.DockerSlim.Components;

/// <summary>Shows the last images of a tag, by what hangs on them in the registry, or those of the last runs.</summary>
public interface IImageHistory : IHazImages
{
    /// <summary>How many images of each tag are shown at most.</summary>
    [Parameter("How many images ImageHistory shows, up to 100; of a tag 51 are remembered - default: 10")]
    string? HistoryCount => TryGetValue(() => HistoryCount);

    /// <summary>A file or a folder with what earlier runs left, whose history is shown in place of a tag's or this machine's.</summary>
    [Parameter("File or folder that earlier runs left, such as a pipeline's artifacts, whose history ImageHistory shows")]
    AbsolutePath? HistoryFrom => TryGetValue(() => HistoryFrom);

    /// <summary>
    /// Shows the last images with their sizes and times: of each tag of <c>--image-tags</c>, of what <see cref="HistoryFrom" /> names, or of the runs of this
    /// machine. Neither an engine nor a Dockerfile is needed.
    /// </summary>
    Target ImageHistory =>
        _ =>
            _.Description("Shows the last images of a tag, or of the last runs, with sizes and times")
                .TryAfter<IPushImage>(x => x.PushImage)
                .DependsOn(PrepareImages)
                .ProceedAfterFailure()
                .Executes(() => ImageRun.Of(this).ShowHistoryAsync(HistoryFrom, HistoryCount));
}
