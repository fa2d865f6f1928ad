using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Publishing;

/// <summary>
/// What hangs on a pushed image beside its report: its own figures, and for each tag that it was pushed under the figures of the images that the tag stood for
/// before. It is bound to the image's digest, so pushes that race cannot mix theirs up; and it holds figures, not names, so it outlives the images.
/// </summary>
public sealed record PushHistory
{
    /// <summary>The format this version writes. What has a higher one is not read.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Images that are remembered of a tag at most.</summary>
    public const int Most = 50;

    /// <summary>The format.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The image that it hangs on.</summary>
    public required PastImage Image { get; init; }

    /// <summary>The images before it, the newest first, by tag.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PastImage>> Tags { get; init; } = new Dictionary<string, IReadOnlyList<PastImage>>();

    /// <summary>The images that a tag stands and stood for while this image holds it, the newest first.</summary>
    /// <param name="tag">The tag.</param>
    public IReadOnlyList<PastImage> Of(string tag) => [Image, .. Before(tag)];

    /// <summary>The history of an image that is pushed now.</summary>
    /// <param name="image">The image.</param>
    /// <param name="holders">What hangs on the image that each tag stood for until now; null: nothing that can be read.</param>
    /// <param name="own">What hangs on the image itself from an earlier push; null: nothing.</param>
    internal static PushHistory Next(PastImage image, IReadOnlyDictionary<string, PushHistory?> holders, PushHistory? own)
    {
        var tags = own is null ? [] : own.Tags.ToDictionary(x => x.Key, x => x.Value);
        foreach (var (tag, holder) in holders)
            tags[tag] =
                holder is null ? []
                // The same image again is no step of its history.
                : holder.Image.Digest == image.Digest ? holder.Before(tag)
                : [.. holder.Of(tag).Take(Most)];
        return new PushHistory { Image = image, Tags = tags.Where(x => x.Value.Count > 0).ToDictionary(x => x.Key, x => x.Value) };
    }

    private IReadOnlyList<PastImage> Before(string tag) => Tags.TryGetValue(tag, out var images) ? images : [];
}
