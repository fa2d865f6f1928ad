using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>
/// Runs the test stage of an image of several platforms, once: for the platform that the builder's machine has itself, or else for one that it can run.
/// What was not tested is said of every other platform.
/// </summary>
/// <param name="one">The flow of an image of one platform.</param>
/// <param name="builder">Knows what its machines can run.</param>
internal sealed class PlatformTests(ImagePipeline one, IImageBuilder builder)
{
    // What the kernel says of a program of another processor, in the words of every shell and of BuildKit.
    private const string CannotRun = "exec format error";

    /// <summary>Runs it; each platform's report says what came of it.</summary>
    /// <param name="work">The image, planned.</param>
    /// <param name="output">Told each line of a test command.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="DockerSlimException">The tests failed, or could not be run.</exception>
    public async Task RunAsync(ImageWork work, IProgress<string> output, CancellationToken cancellationToken)
    {
        if (work.Plan!.Test is null)
            return;
        var runnable = await RunnablePlatforms.AskAsync(builder, work, cancellationToken).ConfigureAwait(false);
        var tested = runnable.First(work);
        foreach (var platform in work.Platforms.Where(x => x != tested))
            Say(platform, runnable.Has(platform) ? $"they run on {PlatformSummary.NameOf(tested)} alone" : "cannot run here");
        try
        {
            await one.TestAsync(tested, output, cancellationToken).ConfigureAwait(false);
            // What the test stage takes of the build context is needed, whichever platform it ran for.
            var metadata = ArtifactFolder.ReadText(tested.Folder.TestMetadataFile);
            foreach (var platform in work.Platforms.Where(x => x != tested))
                await platform.Folder.WriteTestMetadataAsync(metadata, cancellationToken).ConfigureAwait(false);
        }
        catch (TestsFailedException e)
            when (runnable.IsForeign(tested) && e.Message.Contains(CannotRun, StringComparison.OrdinalIgnoreCase))
        {
            // The stage may have run on the builder's own platform, whatever the image's is: only now it is known that it did not.
            Say(tested, "cannot run here");
        }
    }

    private static void Say(ImageWork platform, string reason) =>
        platform.Update(
            platform.Report with
            {
                Tests = new TestFacts { Status = TestStatus.NotRun, Message = reason },
            }
        );
}
