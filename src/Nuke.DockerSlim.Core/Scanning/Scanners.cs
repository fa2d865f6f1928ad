using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Scanning;

/// <summary>The scanners that can be run, and how.</summary>
internal static class Scanners
{
    private const string Trivy = "trivy";
    private const string Grype = "grype";

    /// <summary>Their programs, the one to take first.</summary>
    public static IReadOnlyList<string> All { get; } = [Trivy, Grype];

    /// <summary>The arguments that make one scan an image and write JSON; null when it cannot read an image of that kind of place.</summary>
    /// <param name="program">The scanner.</param>
    /// <param name="image">Where the image lies.</param>
    /// <param name="platform">The image's platform; null when unknown.</param>
    public static IReadOnlyList<string>? Arguments(string program, ImageSource image, string? platform) =>
        program == Trivy ? TrivyArguments(image, platform) : GrypeArguments(image, platform);

    // trivy.dev, "image": a folder's or file's path goes behind --input, and of a folder with several images a colon and the name follow.
    private static IReadOnlyList<string>? TrivyArguments(ImageSource image, string? platform)
    {
        IReadOnlyList<string>? place = image.Transport switch
        {
            ImageTransport.DockerDaemon => ["--image-src", "docker", image.Location],
            ImageTransport.Registry => ["--image-src", "remote", .. Platform(platform), image.Location],
            ImageTransport.OciFolder => ["--input", image.Location],
            ImageTransport.DockerArchive => ["--input", Path(image)],
            _ => null,
        };
        return place is null ? null : ["image", "--format", "json", "--scanners", "vuln", "--exit-code", "0", "--no-progress", .. place];
    }

    // Grype's own list of sources: a scheme before the name or path.
    private static IReadOnlyList<string> GrypeArguments(ImageSource image, string? platform)
    {
        IReadOnlyList<string> place = image.Transport switch
        {
            ImageTransport.DockerDaemon => [$"docker:{image.Location}"],
            ImageTransport.Registry => [$"registry:{image.Location}", .. Platform(platform)],
            ImageTransport.OciFolder => [$"oci-dir:{Path(image)}"],
            ImageTransport.OciArchive => [$"oci-archive:{Path(image)}"],
            _ => [$"docker-archive:{Path(image)}"],
        };
        return [.. place, "--output", "json"];
    }

    private static IReadOnlyList<string> Platform(string? platform) => platform is null ? [] : ["--platform", platform];

    // Behind a path, a colon and a name choose one of several images.
    private static string Path(ImageSource image)
    {
        var colon = image.Location.IndexOf(':', image.Location.LastIndexOf('/') + 1);
        return colon < 0 ? image.Location : image.Location[..colon];
    }
}
