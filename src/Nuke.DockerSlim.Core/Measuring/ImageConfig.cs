using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>What measuring needs of an image's config.</summary>
/// <param name="Platform">Its platform.</param>
/// <param name="User">The user that it runs as; empty means root.</param>
/// <param name="DiffIds">Its layers' diff ids, the lowest first; null where it names none.</param>
internal sealed record ImageConfig(Platform Platform, string User, IReadOnlyList<string>? DiffIds)
{
    /// <summary>Its history, the oldest entry first; empty when it has none.</summary>
    public IReadOnlyList<HistoryEntry> History { get; init; } = [];

    /// <summary>Reads a config.</summary>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="UnusableImageException">It is no config.</exception>
    public static ImageConfig Read(byte[] content) =>
        JsonPart.Read(
            content,
            "a config",
            config =>
            {
                if (!config.IsObject)
                    throw new UnusableImageException("holds a config that is no JSON object");
                var ids = config["rootfs"]["diff_ids"];
                return new ImageConfig(
                    PlatformName.OfConfig(config),
                    config["config"]["User"].Text ?? "",
                    ids.IsList ? [.. ids.Items.Select(x => x.Text ?? "")] : null
                )
                {
                    History =
                    [
                        .. config["history"].Items.Select(x => new HistoryEntry(x["created_by"].Text ?? "", x["empty_layer"].IsTrue)),
                    ],
                };
            }
        );
}
