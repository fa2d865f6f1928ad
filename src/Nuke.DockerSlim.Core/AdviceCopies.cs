using Nuke.DockerSlim.Advising;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Copies of an image's files, each with a name, a folder and a report of its own; the build context is the user's.</summary>
/// <param name="target">The image.</param>
/// <param name="files">Its files.</param>
/// <param name="folder">The folder for the copies, absolute.</param>
/// <param name="request">What is wanted.</param>
internal sealed class AdviceCopies(BuildTarget target, AdvisedFiles files, string folder, AdviceRequest request)
{
    private ImageWork? _last;
    private int _count;

    /// <summary>The one made last; all of them have the same name in the engine.</summary>
    public ImageWork Last => _last ?? throw new InvalidOperationException("No copy was made yet.");

    /// <summary>What the figures are taken with.</summary>
    public ToolFacts Tool => request.Tool;

    /// <summary>The image as it is, built of the user's own files.</summary>
    /// <param name="image">Its texts.</param>
    public (ImageWork Work, AdvisedImage Image) AsIs(AdvisedImage image) => Make(image, target.DockerfilePath);

    /// <summary>The image built of other texts.</summary>
    /// <param name="image">The texts.</param>
    public (ImageWork Work, AdvisedImage Image) Next(AdvisedImage image) =>
        Make(image, files.WriteCopy(Path.Combine(folder, $"files-{_count}"), image.Dockerfile, image.IgnoreFile));

    /// <summary>What an edit changes.</summary>
    /// <param name="before">Before it.</param>
    /// <param name="after">After it.</param>
    public string DiffOf(AdvisedImage before, AdvisedImage after) => AdviceWork.DiffOf(target, files, before, after);

    /// <summary>What a failure says, with the user's names; its evidence is left out.</summary>
    /// <param name="failure">The failure.</param>
    public string Reason(DockerSlimException failure) => CopyFailure.Sentence(failure, Last.Target, target);

    private (ImageWork, AdvisedImage) Make(AdvisedImage image, string dockerfile)
    {
        var definition = target.Definition;
        var copy = target with
        {
            DockerfilePath = dockerfile,
            LayoutDirectory = null,
            Definition = definition.OnlyMeasured("-advice") with
            {
                ProductionStage = image.ProductionStage,
                TestStage = image.TestStage,
                Scenarios = request.ScenariosAreGiven ? definition.Scenarios : [BuildScenario.Warm, BuildScenario.Edited],
            },
        };
        var work = new ImageWork(copy, ArtifactFolder.Hold(Path.Combine(folder, $"try-{_count++}"), definition.Name));
        if (target.LayoutDirectory is not null)
            work.BuildIntoLayout();
        // The image of the one before keeps its name until this one's takes it.
        work.BuiltHere = _last?.BuiltHere ?? false;
        _last = work;
        return (work, image);
    }
}
