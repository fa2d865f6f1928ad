using System.Text;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Secrets;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Reads the values of a build's secrets from where the builder gets them.</summary>
internal static class SecretSources
{
    // BuildKit hands no larger one to a build (500 KiB).
    private const long Largest = 1 << 20;

    /// <summary>The secrets with their values; one whose id comes twice is the last, as in buildx.</summary>
    /// <param name="target">The image.</param>
    /// <exception cref="InputException">One cannot be read.</exception>
    public static IReadOnlyList<SecretValue> Read(BuildTarget target) =>
        [
            .. target
                .Definition.BuildSecrets.Select(BuildSecret.Parse)
                .GroupBy(x => x.Id)
                .Select(x => x.Last())
                .Select(x => new SecretValue(x.Id, Read(x, target.RootDirectory))),
        ];

    private static byte[] Read(BuildSecret secret, string rootDirectory)
    {
        if (secret.File is not { } file)
            return Encoding.UTF8.GetBytes(
                Environment.GetEnvironmentVariable(secret.EnvironmentVariable!)
                    ?? throw new InputException(
                        $"The build secret '{secret.Id}' comes from the environment variable {secret.EnvironmentVariable}, which is not set; set it, so that it can be searched for in the image."
                    )
            );
        var path = Path.GetFullPath(file, rootDirectory);
        try
        {
            return new FileInfo(path).Length <= Largest
                ? File.ReadAllBytes(path)
                : throw new InputException(
                    $"The build secret '{secret.Id}' comes from {path}, which is larger than 1 MiB; BuildKit takes 500 KiB."
                );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The build secret '{secret.Id}' comes from {path}, which cannot be read: {e.Message} It is read to search for it in the image."
            );
        }
    }
}
