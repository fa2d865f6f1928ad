using System.Collections.Concurrent;
using Nuke.Common;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Components;

/// <summary>What has failed in a run so far: the reason for what each image came to, and the exit code.</summary>
/// <param name="build">The build whose exit code it is.</param>
internal sealed class RunFailures(INukeBuild build)
{
    private readonly ConcurrentDictionary<ImageWork, DockerSlimException> _reasons = [];

    /// <summary>Whether there is any.</summary>
    public bool Any => !_reasons.IsEmpty;

    /// <summary>The reason for what an image came to; null when nothing has failed.</summary>
    /// <param name="work">The image.</param>
    public DockerSlimException? Of(ImageWork work) => _reasons.GetValueOrDefault(work);

    /// <summary>Whether a failure keeps the targets to come from going on with an image.</summary>
    /// <param name="work">The image.</param>
    public bool IsOut(ImageWork work) => Of(work) is { } reason && IsOut(reason);

    /// <summary>Keeps a failure, and writes it into the image's report.</summary>
    /// <param name="work">The image.</param>
    /// <param name="failure">The failure.</param>
    public void Record(ImageWork work, DockerSlimException failure)
    {
        // The first failure is the reason for what the run came to, unless a later one keeps the image from going on at all.
        if (Of(work) is not { } reason || (!IsOut(reason) && IsOut(failure)))
            _reasons[work] = failure;
        RunConclusion.Write(work, _reasons[work]);
    }

    /// <summary>What a target fails with; the worst sets the build's exit code.</summary>
    /// <param name="failures">What failed in the target, one at least.</param>
    public DockerSlimException Failed(params DockerSlimException[] failures)
    {
        var exit = (int)failures.Min(x => x.ExitCode);
        build.ExitCode = build.ExitCode is { } earlier ? Math.Min(exit, earlier) : exit;
        return failures is [var only] ? only : new SeveralImagesException(failures);
    }

    private static bool IsOut(DockerSlimException failure) =>
        failure is not (TestsFailedException or SmokeFailedException or BudgetExceededException or PushWithheldException);
}
