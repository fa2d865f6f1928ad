using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Secrets;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Looks at the top of a build context alone: enough for the checks, and quick whatever lies below.</summary>
internal static class ContextTop
{
    private const long LargestSettings = 256 << 10;

    // Most of these are committed, and harmless; with a token in them they are not.
    private static readonly string[] Settings =
    [
        ".npmrc",
        ".yarnrc",
        ".yarnrc.yml",
        "pip.conf",
        "nuget.config",
        "NuGet.Config",
        "NuGet.config",
        "settings.xml",
        "gradle.properties",
        "auth.json",
    ];

    /// <summary>What the ignore file lets through; null when the folder cannot be listed.</summary>
    /// <param name="target">The image.</param>
    /// <exception cref="Errors.InputException">BuildKit would refuse the ignore file.</exception>
    public static CheckedContext? Read(BuildTarget target)
    {
        var ignoreFile = ContextIgnoreFile.Find(target.ContextDirectory, target.DockerfilePath);
        var patterns = new PathPatterns(ignoreFile is null ? [] : ContextIgnoreFile.Read(ignoreFile));
        try
        {
            var entries = new DirectoryInfo(target.ContextDirectory)
                .EnumerateFileSystemInfos()
                .Where(x => !patterns.Match(x.Name))
                .Select(x => x is DirectoryInfo { LinkTarget: null } ? x.Name + "/" : x.Name);
            return new CheckedContext(ignoreFile is null ? null : target.NameOf(ignoreFile), [.. entries.Order(StringComparer.Ordinal)])
            {
                SecretFiles = [.. Settings.Where(x => !patterns.Match(x) && HoldsSecret(Path.Combine(target.ContextDirectory, x)))],
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool HoldsSecret(string path) =>
        new FileInfo(path) is { Exists: true, LinkTarget: null, Length: <= LargestSettings }
        && SecretParts.Of(File.ReadAllBytes(path)).Count > 0;
}
