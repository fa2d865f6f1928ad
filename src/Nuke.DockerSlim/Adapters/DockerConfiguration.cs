using System.Text.Json;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>The docker command's own configuration: <c>DOCKER_CONFIG</c>, else <c>.docker</c> in the user's folder.</summary>
internal static class DockerConfiguration
{
    /// <summary>The folder of this process's user.</summary>
    public static string FolderOfThisUser() =>
        Folder(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>The folder in other surroundings than this process's.</summary>
    /// <param name="environment">Environment variables; empty ones count as not set.</param>
    /// <param name="home">The user's folder.</param>
    public static string Folder(Func<string, string?> environment, string home) =>
        environment("DOCKER_CONFIG") is { Length: > 0 } folder ? folder : Path.Combine(home, ".docker");

    /// <summary>A file of it; null when nobody has written it, or it may not be read. The caller disposes it.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="InputException">It is no JSON.</exception>
    public static JsonDocument? Read(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new InputException($"{file} is not valid JSON ({e.Message}); correct it or delete it.");
        }
    }
}
