using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Hosting;

/// <summary>The files of an image's that advice may change.</summary>
/// <param name="Dockerfile">The Dockerfile.</param>
/// <param name="IgnoreFile">The ignore file that counts for it, or the context's own where there is none yet.</param>
public sealed record AdvisedFiles(AdvisedFile Dockerfile, AdvisedFile IgnoreFile)
{
    /// <summary>Reads them.</summary>
    /// <param name="target">The image.</param>
    /// <exception cref="InputException">One cannot be read, or is not UTF-8.</exception>
    public static AdvisedFiles Read(BuildTarget target) =>
        new(
            AdvisedFile.Read(target.DockerfilePath),
            AdvisedFile.Read(
                ContextIgnoreFile.Find(target.ContextDirectory, target.DockerfilePath)
                    ?? Path.Combine(target.ContextDirectory, ContextIgnoreFile.Name)
            )
        );

    /// <summary>The names at the top of a build context, ignored ones, too; folders end in a slash.</summary>
    /// <param name="target">The image.</param>
    public static IReadOnlyList<string> TopEntries(BuildTarget target)
    {
        try
        {
            var entries = new DirectoryInfo(target.ContextDirectory).EnumerateFileSystemInfos();
            return [.. entries.Select(x => x is DirectoryInfo { LinkTarget: null } ? x.Name + "/" : x.Name).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Writes them for a build of something else than they say, into a folder of their own.</summary>
    /// <param name="folder">The folder; it is made.</param>
    /// <param name="dockerfile">The Dockerfile's text.</param>
    /// <param name="ignoreFile">The ignore file's text; null for none.</param>
    /// <returns>The Dockerfile, absolute. Builders take the ignore file that carries its name.</returns>
    public string WriteCopy(string folder, string dockerfile, string? ignoreFile)
    {
        Directory.CreateDirectory(folder);
        var copy = Path.Combine(folder, Path.GetFileName(Dockerfile.Path));
        File.WriteAllText(copy, dockerfile);
        if (ignoreFile is not null)
            File.WriteAllText(copy + ContextIgnoreFile.Name, ignoreFile);
        return copy;
    }

    /// <summary>Writes other texts into the user's files: all of them, or none.</summary>
    /// <param name="dockerfile">The Dockerfile's text.</param>
    /// <param name="ignoreFile">The ignore file's text; null for none.</param>
    /// <exception cref="InputException">One was changed meanwhile, or cannot be written; both are as they were.</exception>
    public void Replace(string dockerfile, string? ignoreFile)
    {
        foreach (var file in (AdvisedFile[])[Dockerfile, IgnoreFile])
            if (!file.IsUnchanged)
                throw new InputException(
                    $"{file.Path} was changed while the advice was tried, so nothing was written; run TryAdvice again, or apply advice.diff, which lies beside the report, by hand (patch -p1)."
                );
        var current = IgnoreFile;
        try
        {
            if (ignoreFile is not null && ignoreFile != IgnoreFile.Text)
                IgnoreFile.Replace(ignoreFile);
            current = Dockerfile;
            if (dockerfile != Dockerfile.Text)
                Dockerfile.Replace(dockerfile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (current == Dockerfile && !IgnoreFile.IsUnchanged)
                IgnoreFile.Restore();
            throw new InputException(
                $"{current.Path} cannot be written ({e.Message}), so no file was changed; make it and its folder writable."
            );
        }
    }
}
