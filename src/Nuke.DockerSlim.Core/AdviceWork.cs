using Nuke.DockerSlim.Advising;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim;

/// <summary>Advises about an image by what its report says and its files are.</summary>
internal static class AdviceWork
{
    /// <summary>Adds the advice to the report; savings are estimates.</summary>
    /// <param name="work">The image, measured.</param>
    public static void Add(ImageWork work)
    {
        var target = work.Target;
        var files = target.Definition.MeasuredImage is null ? Read(target) : null;
        var image = files is null ? null : AdviceStart.Of(Of(target, files));
        var advice = AdviceList.Of(work.Report, image, x => DiffOf(target, files!, image!, x));
        work.Update(work.Report with { Advice = advice, AdviceTogether = null });
    }

    /// <summary>An image's texts for edits.</summary>
    /// <param name="target">The image.</param>
    /// <param name="files">Its files.</param>
    public static AdvisedImage Of(BuildTarget target, AdvisedFiles files)
    {
        var definition = target.Definition;
        return new AdvisedImage
        {
            Dockerfile = files.Dockerfile.Text ?? "",
            IgnoreFile = files.IgnoreFile.Text,
            ProductionStage = definition.ProductionStage,
            TestStage = definition.TestStage,
            BuildArgs = definition.BuildArgs,
            IgnoredRules = definition.IgnoredRules,
            IsStarted = definition.Smoke.IsSet,
            Context = new AdvisedContext(AdvisedFiles.TopEntries(target), x => InputFiles.ReadSmall(target, x)),
        };
    }

    /// <summary>What an edit changes, in files that are named relative to the root folder.</summary>
    /// <param name="target">The image.</param>
    /// <param name="files">Its files.</param>
    /// <param name="before">Before it.</param>
    /// <param name="after">After it.</param>
    public static string DiffOf(BuildTarget target, AdvisedFiles files, AdvisedImage before, AdvisedImage after) =>
        AdviceList.DiffOf(before, after, NameOf(target, files.Dockerfile), NameOf(target, files.IgnoreFile));

    private static string NameOf(BuildTarget target, AdvisedFile file) => target.NameOf(file.Path).TrimStart('/');

    // Advice is no reason to fail a run that measures.
    private static AdvisedFiles? Read(BuildTarget target)
    {
        try
        {
            return AdvisedFiles.Read(target);
        }
        catch (InputException)
        {
            return null;
        }
    }
}
