using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Finds the file that says what of a build context is ignored.</summary>
public static class ContextIgnoreFile
{
    /// <summary>What it is called; one of a single Dockerfile carries its name before that.</summary>
    internal const string Name = ".dockerignore";

    /// <summary>The file, absolute: the one beside the Dockerfile that carries its name, else the context's own; null when there is neither.</summary>
    /// <param name="directory">The context's folder.</param>
    /// <param name="dockerfile">The Dockerfile.</param>
    public static string? Find(string directory, string dockerfile) =>
        new[] { Path.GetFullPath(dockerfile) + Name, Path.Combine(Path.GetFullPath(directory), Name) }.FirstOrDefault(IsFile);

    /// <summary>Its patterns.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="InputException">BuildKit would refuse it.</exception>
    public static IReadOnlyList<string> Read(string file) => IgnoreFile.Read(File.ReadAllBytes(file), file);

    /// <summary>The file as the image's messages name it, where it leaves a path out; null where none does, or it cannot be read.</summary>
    /// <param name="target">The image.</param>
    /// <param name="path">The path, relative to the context.</param>
    internal static string? LeavingOut(BuildTarget target, string path)
    {
        try
        {
            return Find(target.ContextDirectory, target.DockerfilePath) is { } file && new PathPatterns(Read(file)).Match(path)
                ? target.NameOf(file)
                : null;
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsFile(string path) => File.Exists(path);
}
