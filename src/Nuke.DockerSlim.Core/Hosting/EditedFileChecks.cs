using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Checks the file that a definition wants edited.</summary>
public static class EditedFileChecks
{
    /// <summary>What is wrong with it before anything is built, a whole sentence; null when nothing is, or none is named.</summary>
    /// <param name="target">The image; its context folder exists.</param>
    public static string? Problem(BuildTarget target)
    {
        if (target.Definition.EditedFile is not { } named || !target.Definition.Scenarios.Contains(BuildScenario.Edited))
            return null;
        var path = PathOf(target)!;
        if (path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path))
            return $"The file to edit, {named}, lies outside the build context {target.ContextDirectory}; name a file in it with --edited-file.";
        var file = Path.Combine(target.ContextDirectory, path);
        if (!File.Exists(file))
            return $"The file to edit, {named}, does not exist in the build context {target.ContextDirectory}; name a file in it with --edited-file.";
        if (
            ContextIgnoreFile.Find(target.ContextDirectory, target.DockerfilePath) is { } ignoreFile
            && new PathPatterns(ContextIgnoreFile.Read(ignoreFile)).Match(path)
        )
            return $"The file to edit, {named}, is left out of the build by {ignoreFile}; name another with --edited-file.";
        return EditedFile.IsText(file)
            ? null
            : $"The file to edit, {named}, is no text, and what is appended to it could break it; name another with --edited-file.";
    }

    /// <summary>The file that the definition names, relative to the build context, parted by slashes; null when it names none.</summary>
    /// <param name="target">The image.</param>
    public static string? PathOf(BuildTarget target)
    {
        if (target.Definition.EditedFile is not { } named)
            return null;
        var inContext = Path.GetFullPath(named, target.ContextDirectory);
        var inRoot = Path.GetFullPath(named, target.RootDirectory);
        var file = !File.Exists(inContext) && File.Exists(inRoot) ? inRoot : inContext;
        return Path.GetRelativePath(target.ContextDirectory, file).Replace('\\', '/');
    }
}
