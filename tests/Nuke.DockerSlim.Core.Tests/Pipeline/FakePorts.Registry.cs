using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <content>What is asked of a registry.</content>
internal sealed partial class FakePorts
{
    /// <summary>Called before an image's bytes are taken.</summary>
    public Action<ImageReference> Upload { get; set; } = _ => { };

    /// <summary>What an image that was pushed as a candidate is by then.</summary>
    public Func<ImageReference, Digest> Uploaded { get; set; } = _ => Samples.Digest('e');

    /// <summary>Called before a tag is moved.</summary>
    public Action<ImageReference> Move { get; set; } = _ => { };

    /// <summary>Called when a tag was moved.</summary>
    public Action<ImageReference> Moved { get; set; } = _ => { };

    /// <summary>What tags stand for, by repository and tag.</summary>
    public Dictionary<string, Digest> Tags { get; } = [];

    /// <summary>Whether the registry takes tags away.</summary>
    public bool RemovesTags { get; set; } = true;

    /// <summary>What the registry holds after a push.</summary>
    public Func<ImageReference, PublishedImage?> Held { get; set; } = _ => throw new InvalidOperationException("nothing to read");

    public Task<Digest> UploadAsync(ImageSource image, ImageReference candidate, CancellationToken cancellationToken) =>
        Answer(
            $"upload {image} {candidate}",
            () =>
            {
                Upload(candidate);
                return Tags[candidate.ToString()] = Uploaded(candidate);
            }
        );

    /// <summary>What indexes were made of.</summary>
    public List<IndexContent> Indexes { get; } = [];

    /// <summary>Whether something that a tag stands for says the same as what is pushed.</summary>
    public Func<Digest, bool> IsSame { get; set; } = _ => false;

    /// <summary>Called before something is signed.</summary>
    public Action<ImageReference> Sign { get; set; } = _ => { };

    public Task<Digest> UploadIndexAsync(IndexContent index, ImageReference repository, CancellationToken cancellationToken) =>
        Answer(
            $"index {string.Join(' ', index.Images.Select(x => x.Short))} {repository}",
            () =>
            {
                Indexes.Add(index);
                Upload(repository);
                return Uploaded(repository);
            }
        );

    public Task<bool> IsSameAsync(ImageReference repository, Digest first, Digest second, CancellationToken cancellationToken) =>
        Answer($"same {first.Short} {second.Short}", () => IsSame(first));

    public Task SignAsync(ImageReference content, SupplyChain supply, bool isOfSeveral, CancellationToken cancellationToken) =>
        Answer(
            $"sign {content}{(isOfSeveral ? " and each" : "")}",
            () =>
            {
                Sign(content);
                return true;
            }
        );

    public Task<Digest?> FindAsync(ImageReference reference, CancellationToken cancellationToken) =>
        Answer(
            $"find {reference}",
            () => reference.Digest ?? (Tags.TryGetValue(reference.ToString(), out var found) ? found : (Digest?)null)
        );

    public Task MoveAsync(ImageReference tag, Digest content, CancellationToken cancellationToken) =>
        Answer(
            $"move {tag} {content.Short}",
            () =>
            {
                Move(tag);
                Tags[tag.ToString()] = content;
                Moved(tag);
                return true;
            }
        );

    public Task<bool> RemoveAsync(ImageReference tag, CancellationToken cancellationToken) =>
        Answer($"untag {tag}", () => RemovesTags && Tags.Remove(tag.ToString()));

    /// <summary>The reports that were hung on images, by the image.</summary>
    public Dictionary<string, ImageReport> Attached { get; } = [];

    /// <summary>What a registry says that takes no reports.</summary>
    public EngineException? NoReports { get; set; }

    /// <summary>What hangs on an image.</summary>
    public Func<ImageReference, RecalledHistory> Recall { get; set; } = _ => new(null, "there is none");

    /// <summary>The histories that were hung on images, by the image.</summary>
    public Dictionary<string, PushHistory?> Histories { get; } = [];

    public Task<RecalledHistory> RecallAsync(ImageReference image, Platform? platform, CancellationToken cancellationToken) =>
        Answer($"recall {image}", () => Recall(image));

    public Task<Digest> AttachAsync(ImageReference image, ImageReport report, PushHistory? history, CancellationToken cancellationToken)
    {
        if (NoReports is { } refusal)
            throw refusal;
        Attached[image.ToString()] = report;
        Histories[image.ToString()] = history;
        return Task.FromResult(Samples.Digest('e'));
    }

    public Task<PublishedImage?> ReadAsync(ImageReference destination, CancellationToken cancellationToken) =>
        Answer($"read {destination}", () => Held(destination));

    public Task<byte[]?> ReadManifestAsync(ImageReference reference, CancellationToken cancellationToken) =>
        Answer<byte[]?>($"manifest {reference}", () => null);

    public Task<byte[]?> ReadReferrersAsync(ImageReference image, string artifactType, CancellationToken cancellationToken) =>
        Answer<byte[]?>($"referrers {image}", () => null);

    public Task<Stream?> OpenBlobAsync(ImageReference repository, Digest digest, CancellationToken cancellationToken) =>
        Answer<Stream?>($"blob {digest}", () => null);
}
