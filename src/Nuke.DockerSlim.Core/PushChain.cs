using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>
/// What the tags of a push stood for before it: read while they still do, since no registry remembers it. That it cannot be read fails nothing; the history then
/// begins anew, and the report says so.
/// </summary>
/// <param name="publisher">Reads it.</param>
internal sealed class PushChain(IImagePublisher publisher)
{
    private readonly Dictionary<string, PushHistory?> _holders = [];

    /// <summary>Why a history begins anew; null: none does.</summary>
    public string? Note { get; private set; }

    /// <summary>Reads what the image's tags stand for now.</summary>
    /// <param name="work">The image, measured, before any tag is moved.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="publisher">Reads it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<PushChain> ReadAsync(
        ImageWork work,
        ImageReference repository,
        IImagePublisher publisher,
        CancellationToken cancellationToken
    )
    {
        var chain = new PushChain(publisher);
        var definition = work.Target.Definition;
        if (!definition.AttachReport)
            return chain;
        foreach (var tag in definition.Tags)
            chain._holders[tag] = await chain.FindAsync(work, repository.WithTag(tag), cancellationToken).ConfigureAwait(false);
        return chain;
    }

    /// <summary>The history of the image, now that it is pushed.</summary>
    /// <param name="work">The image.</param>
    /// <param name="image">Repository, and the digest of its manifest there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<PushHistory> NextAsync(ImageWork work, ImageReference image, CancellationToken cancellationToken)
    {
        var own = await FindAsync(work, image, cancellationToken).ConfigureAwait(false);
        var revision = work.Folder.ReadProductionMetadata().Revision;
        return PushHistory.Next(PastImage.Of(work.Report, image.Digest!.Value, revision), _holders, own);
    }

    private async Task<PushHistory?> FindAsync(ImageWork work, ImageReference reference, CancellationToken cancellationToken)
    {
        try
        {
            var platform = work.Report.Image.Platform is { } name ? new Platform(name) : (Platform?)null;
            var found = await publisher.RecallAsync(reference, platform, cancellationToken).ConfigureAwait(false);
            if (found.IsNewer)
                Note ??= $"The history of {reference} begins anew: {found.Missing}.";
            return found.History;
        }
        catch (EngineException e)
        {
            Note ??= $"The history of {reference} begins anew: {e.Sentence}";
            return null;
        }
    }
}
