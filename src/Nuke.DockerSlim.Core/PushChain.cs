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

    /// <summary>Reads what hangs on the images that tags stand for.</summary>
    /// <param name="work">The image, measured, before any tag is moved.</param>
    /// <param name="tags">Its tags in a repository, and what they stand for.</param>
    /// <param name="publisher">Reads it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<PushChain> ReadAsync(
        ImageWork work,
        IReadOnlyList<(ImageReference Tag, Digest? Held)> tags,
        IImagePublisher publisher,
        CancellationToken cancellationToken
    )
    {
        var chain = new PushChain(publisher);
        if (!work.Target.Definition.AttachReport)
            return chain;
        var known = new Dictionary<Digest, PushHistory?>();
        foreach (var (tag, held) in tags)
        {
            if (held is { } digest && !known.ContainsKey(digest))
                known[digest] = await chain.FindAsync(work, tag.WithDigest(digest), tag, cancellationToken).ConfigureAwait(false);
            chain._holders[tag.Tag!] = held is { } holder ? known[holder] : null;
        }
        return chain;
    }

    /// <summary>The history of the image, now that it is pushed.</summary>
    /// <param name="work">The image.</param>
    /// <param name="image">Repository, and the digest of its manifest there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<PushHistory> NextAsync(ImageWork work, ImageReference image, CancellationToken cancellationToken)
    {
        var digest = image.Digest!.Value;
        // A tag that stood for this very image has told already.
        var own =
            _holders.Values.FirstOrDefault(x => x?.Image.Digest == digest)
            ?? await FindAsync(work, image, image, cancellationToken).ConfigureAwait(false);
        var revision = work.Folder.ReadProductionMetadata().Revision;
        return PushHistory.Next(PastImage.Of(work.Report, digest, revision), _holders, own);
    }

    private async Task<PushHistory?> FindAsync(
        ImageWork work,
        ImageReference image,
        ImageReference name,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var platform = work.Report.Image.Platform is { } which ? new Platform(which) : (Platform?)null;
            var found = await publisher.RecallAsync(image, platform, cancellationToken).ConfigureAwait(false);
            if (found.IsNewer)
                Note ??= $"The history of {name} begins anew: {found.Missing}.";
            return found.History;
        }
        catch (EngineException e)
        {
            Note ??= $"The history of {name} begins anew: {e.Sentence}";
            return null;
        }
    }
}
