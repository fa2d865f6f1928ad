using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>
/// An image as it is at another revision: of files that were taken out to a temporary folder, under a name of its own, by the definition of now.
/// </summary>
internal sealed class RevisionImage : IDisposable
{
    private readonly BuildTarget _target;
    private readonly OwnedFolder? _folder;
    private readonly ArtifactFolder? _artifacts;

    private RevisionImage(
        BuildTarget target,
        BaselineFacts facts,
        OwnedFolder? folder = null,
        ArtifactFolder? artifacts = null,
        ImageWork? work = null
    ) => (_target, Facts, _folder, _artifacts, Work) = (target, facts, folder, artifacts, work);

    /// <summary>Which revision, or why there is none.</summary>
    public BaselineFacts Facts { get; private set; }

    /// <summary>The image; null when there is none.</summary>
    public ImageWork? Work { get; private set; }

    /// <summary>Takes it out.</summary>
    /// <param name="work">The image as it is now.</param>
    /// <param name="name">The revision's name.</param>
    /// <param name="revisions">Version control.</param>
    /// <param name="temporaryDirectory">The folder for the files, absolute.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InputException">There is no such revision, or its files are not to be had.</exception>
    public static async Task<RevisionImage> TakeOutAsync(
        ImageWork work,
        string name,
        IRevisions revisions,
        string temporaryDirectory,
        CancellationToken cancellationToken
    )
    {
        var facts = new BaselineFacts { Kind = BaselineKind.Revision, Source = name };
        var target = work.Target;
        if (await revisions.FindAsync(target.ContextDirectory, name, cancellationToken).ConfigureAwait(false) is not { } revision)
            return new(target, facts with { Missing = "this run is of no pull request" });
        facts = facts with { Found = revision.Commit };
        var (context, dockerfile) = (Inside(revision, target.ContextDirectory, name), Inside(revision, target.DockerfilePath, name));
        var folder = OwnedFolder.Make(temporaryDirectory, "baseline-");
        try
        {
            var files = Path.Combine(folder.Path, "files");
            string[] paths = [context, dockerfile, dockerfile + ContextIgnoreFile.Name];
            await revisions.TakeOutAsync(revision, paths, files, cancellationToken).ConfigureAwait(false);
            var image = target with
            {
                Revision = revision.Short,
                ContextDirectory = Path.GetFullPath(context, files),
                DockerfilePath = Path.GetFullPath(dockerfile, files),
                LayoutDirectory = null,
                // What is wrong with it is not this change's.
                Definition = target.Definition.OnlyMeasured("-baseline") with
                {
                    ErrorRules = [],
                    ForbidInImage = [],
                },
            };
            if (InputFiles.Missing(image) is { } missing)
            {
                folder.Dispose();
                return new(target, facts with { Missing = $"it has no {Path.GetRelativePath(files, missing).Replace('\\', '/')}" });
            }
            var artifacts = ArtifactFolder.Hold(Path.Combine(folder.Path, "artifacts"), target.Definition.Name);
            var other = new ImageWork(image, artifacts);
            if (target.LayoutDirectory is not null)
                other.BuildIntoLayout();
            return new(target, facts, folder, artifacts, other);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Gives it up: it cannot be built or measured.</summary>
    /// <param name="failure">Why.</param>
    public void GiveUp(DockerSlimException failure)
    {
        if (Work is { } work)
            Facts = Facts with { Missing = CopyFailure.Sentence(failure, work.Target, _target) };
        Work = null;
    }

    /// <summary>Keeps what was measured for the targets that judge, and for people.</summary>
    /// <param name="folder">The folder of the image as it is now.</param>
    public void Keep(ArtifactFolder folder)
    {
        if (Work is not { } work)
            return;
        Facts = Facts with { CreatedAt = work.Report.CreatedAt, ConfigDigest = work.Report.Image.ConfigDigest };
        JsonReport.Write(folder.BaselineReportFile, work.Report);
    }

    /// <summary>Takes its files away.</summary>
    public void Dispose()
    {
        _artifacts?.Dispose();
        _folder?.Dispose();
    }

    private static string Inside(Revision revision, string path, string name) =>
        revision.NameOf(path)
        ?? throw new InputException(
            $"--baseline-ref {name}: {path} lies outside the git working copy {revision.Directory}, which keeps no revisions of it; name a report instead."
        );
}
