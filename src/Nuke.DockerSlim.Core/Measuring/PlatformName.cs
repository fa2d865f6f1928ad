using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>Platforms as indexes, configs and people name them, made comparable.</summary>
internal static class PlatformName
{
    /// <summary>arm64 is v8 and arm is v7 unless it is said otherwise: builders write the variant, people do not.</summary>
    /// <param name="platform">A platform.</param>
    public static string Normal(string platform) => Platform.Normal(platform);

    /// <summary>The platform that an index names; null where it names none, or <c>unknown/unknown</c>.</summary>
    /// <param name="platform">The descriptor's platform.</param>
    public static string? OfDescriptor(JsonPart platform) =>
        platform["os"].Text is { Length: > 0 } os && platform["architecture"].Text is { Length: > 0 } architecture && os != "unknown"
            ? Joined(os, architecture, platform["variant"].Text)
            : null;

    /// <summary>The platform that a config names.</summary>
    /// <param name="config">The config.</param>
    /// <exception cref="UnusableImageException">What it names is none.</exception>
    public static Platform OfConfig(JsonPart config)
    {
        var name = Joined(config["os"].Text ?? "linux", config["architecture"].Text ?? "unknown", config["variant"].Text);
        try
        {
            return new Platform(name);
        }
        catch (InputException e)
        {
            throw new UnusableImageException($"holds a config of the platform '{name}', which is none", e);
        }
    }

    private static string Joined(string os, string architecture, string? variant) =>
        Normal(variant is { Length: > 0 } ? $"{os}/{architecture}/{variant}" : $"{os}/{architecture}");
}
