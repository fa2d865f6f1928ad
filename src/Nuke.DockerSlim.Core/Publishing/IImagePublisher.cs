using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Publishing;

/// <summary>
/// Brings images into a registry in two steps: first their bytes, under no tag that anybody pulls, and then tags. Whatever is asked for or written goes by digests,
/// so that nothing that another run does in between is taken for this one's.
/// </summary>
public interface IImagePublisher
{
    /// <summary>Brings an image's bytes into a repository. No tag is moved but the one for candidates, which only some ways of pushing need.</summary>
    /// <param name="image">Where the image lies: in the engine, or in a layout that a builder left.</param>
    /// <param name="candidate">Repository, and the tag for candidates.</param>
    /// <param name="cancellationToken">Interrupts the push.</param>
    /// <returns>The digest of what lies there now: a manifest, or an index that names it beside its provenance.</returns>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<Digest> UploadAsync(ImageSource image, ImageReference candidate, CancellationToken cancellationToken);

    /// <summary>Puts an index that names images of a repository into it, under its digest alone, with what is stated about them.</summary>
    /// <param name="index">What it is made of.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>The index's digest.</returns>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<Digest> UploadIndexAsync(IndexContent index, ImageReference repository, CancellationToken cancellationToken);

    /// <summary>Whether two indexes of a repository name the same images, with the same annotations and statements of the same kinds; never where one is none.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<bool> IsSameAsync(ImageReference repository, Digest first, Digest second, CancellationToken cancellationToken);

    /// <summary>Signs what lies in a repository.</summary>
    /// <param name="content">Repository and digest.</param>
    /// <param name="supply">How it is signed.</param>
    /// <param name="isOfSeveral">Whether it is an index of several platforms, whose images are signed each, too.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="Errors.EngineException">It was not signed.</exception>
    Task SignAsync(ImageReference content, SupplyChain supply, bool isOfSeveral, CancellationToken cancellationToken);

    /// <summary>What a tag or digest stands for; null where the registry has no such thing.</summary>
    /// <param name="reference">Repository, and tag or digest.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<Digest?> FindAsync(ImageReference reference, CancellationToken cancellationToken);

    /// <summary>Reads what the registry holds, down to the configs, each held to its digest; null where it has no such thing.</summary>
    /// <param name="reference">Repository, and tag or digest.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials; or what it holds is damaged.</exception>
    Task<PublishedImage?> ReadAsync(ImageReference reference, CancellationToken cancellationToken);

    /// <summary>Puts what lies in the repository under a tag. When it returns, the tag is moved.</summary>
    /// <param name="tag">Repository and tag.</param>
    /// <param name="content">What it is to stand for.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task MoveAsync(ImageReference tag, Digest content, CancellationToken cancellationToken);

    /// <summary>Takes a tag away, and nothing that it stood for.</summary>
    /// <param name="tag">Repository and tag.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>Whether it is gone; many registries take no tag away.</returns>
    /// <exception cref="Errors.EngineException">The registry cannot be reached.</exception>
    Task<bool> RemoveAsync(ImageReference tag, CancellationToken cancellationToken);

    /// <summary>Reads the history that hangs on an image in the registry.</summary>
    /// <param name="image">Repository, and tag or digest.</param>
    /// <param name="platform">Which platform's; null when there is only one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<RecalledHistory> RecallAsync(ImageReference image, Platform? platform, CancellationToken cancellationToken);

    /// <summary>Hangs a report on an image in the registry.</summary>
    /// <param name="image">Repository and digest of the image's manifest.</param>
    /// <param name="report">The report.</param>
    /// <param name="history">The images before; null: nothing is known of them.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>The digest of what hangs there.</returns>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<Digest> AttachAsync(ImageReference image, ImageReport report, PushHistory? history, CancellationToken cancellationToken);
}
