using System.Text;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Sbom;

/// <summary>Names packages as other tools look them up: package URLs (purl specification, and its types).</summary>
internal static class PackageUrl
{
    /// <summary>The package's URL; null where a part that its type needs is unknown.</summary>
    /// <param name="package">The package.</param>
    /// <param name="distribution">The distribution that the image is of; null when unknown.</param>
    public static string? Of(PackageFacts package, Distribution? distribution) =>
        package.Kind switch
        {
            "dpkg" => OfSystem("deb", package, distribution),
            "apk" => OfSystem("apk", package, distribution),
            "npm" => Made("npm", package.Name, package),
            "python" => Made("pypi", package.Name.ToLowerInvariant().Replace('_', '-'), package),
            "nuget" => Made("nuget", package.Name, package),
            "go" => Made("golang", package.Name.ToLowerInvariant(), package),
            // The type's namespace is the group, and it must have one.
            "jar" when package.Qualifier is { } group => Made("maven", $"{group}/{package.Name}", package),
            _ => null,
        };

    /// <summary>An image of a registry, by its digest.</summary>
    /// <param name="repository">The repository, with the registry.</param>
    /// <param name="digest">The manifest's digest.</param>
    /// <param name="architecture">Its architecture.</param>
    public static string OfImage(string repository, string digest, string? architecture)
    {
        var name = repository[(repository.LastIndexOf('/') + 1)..].ToLowerInvariant();
        var arch = architecture is null ? "" : $"arch={Encoded(architecture)}&";
        return $"pkg:oci/{Encoded(name)}@{Encoded(digest)}?{arch}repository_url={Encoded(repository, "/")}";
    }

    private static string? OfSystem(string type, PackageFacts package, Distribution? distribution)
    {
        if (distribution is null)
            return null;
        var arch = package.Qualifier is { } architecture ? $"arch={Encoded(architecture)}&" : "";
        var release = distribution.Version.Length > 0 ? $"{distribution.Id}-{distribution.Version}" : distribution.Id;
        return $"{Made(type, $"{distribution.Id}/{package.Name}", package)}?{arch}distro={Encoded(release)}";
    }

    // What stands before the last slash is the namespace, segment by segment.
    private static string Made(string type, string name, PackageFacts package)
    {
        var path = string.Join('/', name.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(x => Encoded(x)));
        return $"pkg:{type}/{path}{(package.Version is { } version ? $"@{Encoded(version)}" : "")}";
    }

    /// <summary>Percent-encodes all but letters, digits, <c>.-_~</c> and the colon, which is never encoded.</summary>
    /// <param name="text">The text.</param>
    /// <param name="also">Further characters that stay.</param>
    public static string Encoded(string text, string also = "")
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var letter = (char)value;
            if (char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '~' or ':' || also.Contains(letter))
                encoded.Append(letter);
            else
                encoded.Append('%').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return encoded.ToString();
    }
}
