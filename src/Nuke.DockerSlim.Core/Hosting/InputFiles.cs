using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Hosting;

/// <summary>What a definition names: whether it is there, and the Dockerfile.</summary>
public static class InputFiles
{
    private const int LargestManifest = 16 << 20;

    /// <summary>The problems, whole sentences; none when every file and variable is there.</summary>
    /// <param name="target">The image, its definition's texts checked.</param>
    public static IReadOnlyList<string> Problems(BuildTarget target)
    {
        // What exists already needs nothing to be built of.
        if (target.Definition.MeasuredImage is not null)
            return [];
        var problems = new List<string>();
        if (!Directory.Exists(target.ContextDirectory))
            problems.Add(
                File.Exists(target.ContextDirectory)
                    ? $"The build context {target.ContextDirectory} is a file; name a folder with --build-context."
                    : $"The build context {target.ContextDirectory} does not exist; name an existing folder with --build-context."
            );
        else if (!File.Exists(target.DockerfilePath))
            problems.Add($"The Dockerfile {target.DockerfilePath} does not exist; name one with --dockerfile FILE.");
        else if (new FileInfo(target.DockerfilePath).Length == 0)
            problems.Add($"The Dockerfile {target.DockerfilePath} is empty; it needs at least a FROM line for the production stage.");
        else if (EditedFileChecks.Problem(target) is { } problem)
            problems.Add(problem);
        problems.AddRange(
            target.Definition.BuildSecrets.Select(BuildSecret.Parse).Select(x => Problem(x, target.RootDirectory)).OfType<string>()
        );
        return problems;
    }

    /// <summary>Which of build context and Dockerfile is not there, absolute; null when both are.</summary>
    /// <param name="target">The image.</param>
    public static string? Missing(BuildTarget target) =>
        !Directory.Exists(target.ContextDirectory) ? target.ContextDirectory
        : !File.Exists(target.DockerfilePath) ? target.DockerfilePath
        : null;

    /// <summary>A Dockerfile's text.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static string ReadDockerfile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The Dockerfile {path} cannot be read ({e.Message}); name one with --dockerfile FILE.");
        }
    }

    /// <summary>The Dockerfile of a definition as it is now, for builders that do not say which they read; null when it cannot be read.</summary>
    /// <param name="target">The image.</param>
    public static Dockerfile? FindDockerfile(BuildTarget target)
    {
        try
        {
            return Dockerfile.Parse(ReadDockerfile(target.DockerfilePath), target.Definition.BuildArgs);
        }
        catch (InputException)
        {
            return null;
        }
    }

    /// <summary>The text of a file of the build context that a person wrote, such as a package manifest; null when there is none, or it is none.</summary>
    /// <param name="target">The image.</param>
    /// <param name="path">The file, relative to the context.</param>
    public static string? ReadSmall(BuildTarget target, string path)
    {
        try
        {
            var file = new FileInfo(Path.GetFullPath(path, target.ContextDirectory));
            return file is { Exists: true, Length: <= LargestManifest } ? File.ReadAllText(file.FullName) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Problem(BuildSecret secret, string rootDirectory)
    {
        if (secret.File is { } file)
            return File.Exists(Path.GetFullPath(file, rootDirectory))
                ? null
                : $"The build secret '{secret.Id}' comes from {Path.GetFullPath(file, rootDirectory)}, which does not exist; create it or correct src=.";
        return Environment.GetEnvironmentVariable(secret.EnvironmentVariable!) is null
            ? $"The build secret '{secret.Id}' comes from the environment variable {secret.EnvironmentVariable}, which is not set; set it or correct env=."
            : null;
    }
}
