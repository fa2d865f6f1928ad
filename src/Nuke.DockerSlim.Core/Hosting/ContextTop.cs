using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Looks at the top of a build context alone: enough for the checks, and quick whatever lies below.</summary>
internal static class ContextTop
{
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
            return new CheckedContext(ignoreFile is null ? null : target.NameOf(ignoreFile), [.. entries.Order(StringComparer.Ordinal)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
