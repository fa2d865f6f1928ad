using Nuke.DockerSlim.Contexts;

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
    /// <exception cref="Errors.InputException">BuildKit would refuse it.</exception>
    public static IReadOnlyList<string> Read(string file) => IgnoreFile.Read(File.ReadAllBytes(file), file);

    private static bool IsFile(string path) => File.Exists(path);
}
