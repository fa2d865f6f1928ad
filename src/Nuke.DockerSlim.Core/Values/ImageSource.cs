using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Values;

/// <summary>
/// Where an image lies, in skopeo's notation (containers-transports(5)): <c>docker-daemon:shop:1</c>, <c>docker://ghcr.io/acme/shop:1</c>,
/// <c>oci:out/shop</c>, <c>oci-archive:shop.tar</c>, <c>docker-archive:shop.tar</c>. Behind a folder or file, a colon and a name choose one of
/// several images.
/// </summary>
public readonly record struct ImageSource
{
    private static readonly (string Prefix, ImageTransport Transport)[] Prefixes =
    [
        ("docker-daemon:", ImageTransport.DockerDaemon),
        ("docker://", ImageTransport.Registry),
        ("oci-archive:", ImageTransport.OciArchive),
        ("oci:", ImageTransport.OciFolder),
        ("docker-archive:", ImageTransport.DockerArchive),
    ];

    private ImageSource(ImageTransport transport, string location) => (Transport, Location) = (transport, location);

    /// <summary>The kind of place.</summary>
    public ImageTransport Transport { get; }

    /// <summary>What stands behind the kind: an image reference, or a path and maybe a colon and a name.</summary>
    public string Location => field ?? "";

    /// <summary>An image of the engine.</summary>
    /// <param name="reference">Its name there.</param>
    public static ImageSource InEngine(string reference) => new(ImageTransport.DockerDaemon, reference);

    /// <summary>An OCI layout in a folder.</summary>
    /// <param name="folder">The folder.</param>
    public static ImageSource InFolder(string folder) => new(ImageTransport.OciFolder, folder);

    /// <summary>Reads a source.</summary>
    /// <param name="text">Such as <c>docker-archive:shop.tar</c>.</param>
    /// <exception cref="InputException">The text is no source; the message says what is wrong with it.</exception>
    public static ImageSource Parse(string text) =>
        TryParse(text, out var source, out var problem) ? source : throw new InputException(problem);

    /// <summary>Reads a source without throwing.</summary>
    /// <param name="text">Such as <c>docker-archive:shop.tar</c>.</param>
    /// <param name="source">The source, or an empty one.</param>
    /// <param name="problem">A whole sentence about what is wrong, or empty.</param>
    public static bool TryParse(string text, out ImageSource source, out string problem)
    {
        source = default;
        problem = "";
        var (prefix, transport) = Prefixes.FirstOrDefault(x => text.StartsWith(x.Prefix, StringComparison.Ordinal));
        if (prefix is null)
        {
            problem =
                $"'{text}' does not say where the image lies; write docker-daemon:NAME (the engine), docker://NAME (a registry), oci:FOLDER, oci-archive:FILE or docker-archive:FILE.";
            return false;
        }
        var location = text[prefix.Length..];
        if (transport is ImageTransport.Registry or ImageTransport.DockerDaemon)
        {
            // The engine also knows images by their ids.
            var isId = transport == ImageTransport.DockerDaemon && Digest.TryParse(location) is not null;
            if (!isId && !ImageReference.TryParse(location, out _, out problem))
                return false;
        }
        else if (location.Length == 0)
            problem = $"'{text}' names no {(transport == ImageTransport.OciFolder ? "folder" : "file")}; write it behind the colon.";
        if (problem.Length == 0)
            source = new ImageSource(transport, location);
        return problem.Length == 0;
    }

    /// <summary>A repository to go by where nothing else names the image: that of the reference, else the file's or folder's name.</summary>
    public string SuggestedName =>
        Transport is not (ImageTransport.Registry or ImageTransport.DockerDaemon) ? FileName(Location)
        : Digest.TryParse(Location) is { } id ? id.Hex[..12]
        : ImageReference.Parse(Location).Repository;

    /// <summary>The source with its path resolved; references stay as they are.</summary>
    /// <param name="directory">The folder that relative paths start from, absolute.</param>
    public ImageSource Resolve(string directory) =>
        Transport is ImageTransport.Registry or ImageTransport.DockerDaemon || Location.Length == 0
            ? this
            : new ImageSource(Transport, Path.GetFullPath(Location, directory));

    /// <inheritdoc />
    public override string ToString()
    {
        var transport = Transport;
        return Prefixes.First(x => x.Transport == transport).Prefix + Location;
    }

    private static string FileName(string location)
    {
        // Behind the colon of a Windows drive.
        var end = location.IndexOf(':', Math.Min(2, location.Length));
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(end < 0 ? location : location[..end]));
        return name.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }
}
