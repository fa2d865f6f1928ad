using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim;

/// <summary>
/// The builds of one image after an edit: in a copy of the build context, made once and sent once, and under an image name that is taken back after
/// each. The user's files and the measured image stay as they are.
/// </summary>
/// <param name="work">The image.</param>
/// <param name="builds">Runs one build.</param>
/// <param name="store">The engine's images.</param>
/// <param name="place">Where the copy goes.</param>
internal sealed class EditedProduction(ImageWork work, ImageBuilds builds, IImageStore store, EditingPlace place) : IDisposable
{
    private readonly Dictionary<BuildScenario, EditedFile?> _files = [];
    private ContextListing? _listing;
    private EditedContext? _context;

    /// <summary>Runs a build after an edit.</summary>
    /// <param name="step">The build.</param>
    /// <param name="metadata">What the builder wrote about the production stage; null when it wrote nothing.</param>
    /// <param name="preferred">The file to edit if the image takes it in; null to choose one.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>The build and the file that was edited; null when there is none that could be.</returns>
    /// <exception cref="InputException">The file that the definition names cannot be edited, or the context cannot be copied.</exception>
    public async Task<(BuildOutcome Outcome, string File)?> RunAsync(
        BuildStep step,
        string? metadata,
        string? preferred,
        CancellationToken cancellationToken
    )
    {
        if (!_files.TryGetValue(step.Scenario, out var file))
            _files[step.Scenario] = file = await BeginAsync(step, metadata, preferred, cancellationToken).ConfigureAwait(false);
        if (file is null)
            return null;
        foreach (var other in _files.Values)
            other?.Undo();
        file.Apply();
        try
        {
            return (await builds.RunAsync(work, Target, step, cancellationToken).ConfigureAwait(false), file.Path);
        }
        finally
        {
            if (Target.IsInEngine(step))
                await store.RemoveAsync(step.Reference!, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the copy away.</summary>
    public void Dispose() => _context?.Dispose();

    // An image that a builder leaves in a layout goes into one of the copy's own.
    private BuildTarget Target => work.Target.InCopy(_context!.Path, _context.LayoutDirectory);

    private async Task<EditedFile?> BeginAsync(BuildStep step, string? metadata, string? preferred, CancellationToken cancellationToken)
    {
        var use = ContextUseReader.ReadOrNull(metadata);
        if (await PathAsync(step.Scenario, use, preferred, cancellationToken).ConfigureAwait(false) is not { } path)
            return null;
        if (_context is null)
        {
            _context = InContext(() => EditedContext.Make(TakenContext.Of(_listing!, use), place.TemporaryDirectory, cancellationToken));
            await builds.RunAsync(work, Target, step.ForPriming(Target), cancellationToken).ConfigureAwait(false);
        }
        return InContext(() => _context.Begin(path));
    }

    private async Task<string?> PathAsync(BuildScenario scenario, ContextUse? use, string? preferred, CancellationToken cancellationToken)
    {
        _listing ??= InContext(() =>
            EditedContext.Without(
                ContextWalk.Read(work.Target, countIgnored: false, cancellationToken),
                place.TemporaryDirectory,
                work.Folder.WholePath
            )
        );
        if (preferred is not null && EditChoice.Files(_listing, use).Any(x => x.Path == preferred))
            return preferred;
        var isSource = scenario == BuildScenario.Edited;
        if (isSource && EditedFileChecks.PathOf(work.Target) is { } named)
            return EditChoice.Files(_listing, use).Any(x => x.Path == named)
                ? named
                : throw new InputException(
                    $"The file to edit, {named}, does not reach the stage '{work.Target.Definition.ProductionStage}' of {work.Target.DockerfileName}: none of the COPY, ADD and bind mounts that it needs takes the file in. Name another with --edited-file."
                );
        var tracked = await place.TrackedFiles.ListAsync(work.Target.ContextDirectory, cancellationToken).ConfigureAwait(false);
        var files = isSource ? EditChoice.Sources(_listing, use, tracked) : EditChoice.Dependencies(_listing, use, tracked);
        return InContext(() => files.FirstOrDefault(x => EditedFile.IsText(Path.Combine(_listing.Directory, x.Path)))?.Path);
    }

    private T InContext<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        // Files are copied several at a time, and what fails there comes wrapped.
        catch (Exception e) when (e.GetBaseException() is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The build context {work.Target.ContextDirectory} cannot be copied for the edited build: {e.GetBaseException().Message} Make room or let this user read it, or leave the edited build out with --scenarios cold,warm."
            );
        }
    }
}
