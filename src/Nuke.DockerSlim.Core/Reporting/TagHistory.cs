using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The images that a tag stood for, or that runs measured, as far as they are remembered.</summary>
public sealed record TagHistory
{
    /// <summary>Where it was found.</summary>
    public HistoryKind Kind { get; init; }

    /// <summary>Repository and tag; else the file or the folder that it was read from.</summary>
    public required string Reference { get; init; }

    /// <summary>Which platform's images; null: the image has one.</summary>
    public string? Platform { get; init; }

    /// <summary>Why there is none, as the end of a sentence; null: there is.</summary>
    public string? Missing { get; init; }

    /// <summary>The images, the newest first.</summary>
    public IReadOnlyList<PastStep> Images { get; init; } = [];

    /// <summary>What it is of, as a heading.</summary>
    [JsonIgnore]
    public string Title =>
        (
            Kind switch
            {
                HistoryKind.Runs => $"runs kept in {Reference}",
                HistoryKind.Folder => $"runs found in {Reference}",
                _ => Reference,
            }
        ) + (Platform is { } platform ? $" ({platform})" : "");

    /// <summary>The images with their changes.</summary>
    /// <param name="images">The images, the newest first.</param>
    /// <param name="count">How many of them are wanted.</param>
    public static IReadOnlyList<PastStep> Steps(IReadOnlyList<PastImage> images, int count) =>
        [
            .. images
                .Take(count)
                .Select(
                    (x, i) =>
                        new PastStep
                        {
                            Image = x,
                            DownloadChange =
                                images.ElementAtOrDefault(i + 1)?.Download is { } before && x.Download is { } now ? now - before : null,
                        }
                ),
        ];

    /// <summary>The download sizes for a chart, the oldest first: a label of a few characters and bytes. Images whose size is not known are left out.</summary>
    public IReadOnlyList<(string Label, long DownloadBytes)> Points() =>
        [.. Images.Reverse().Where(x => x.Image.Download is not null).Select(x => (Label(x.Image), x.Image.Download!.Value.Bytes))];

    /// <summary>What an image is called where there is little room: seven characters of its commit, with <c>+</c> where files were changed, or of its digest where none is known.</summary>
    /// <param name="image">The image.</param>
    internal static string Label(PastImage image) =>
        image.Revision is not { Length: > 0 } revision
            ? image.Digest.Hex[..7]
            : revision[..Math.Min(7, revision.Length)] + (revision.EndsWith("-dirty", StringComparison.Ordinal) ? "+" : "");
}
