using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>Checks the platforms of a definition, and what follows from there being several.</summary>
internal static class PlatformChecks
{
    /// <summary>The problems, whole sentences.</summary>
    /// <param name="image">The definition.</param>
    public static IEnumerable<string> Problems(ImageDefinition image)
    {
        foreach (var text in image.Platforms)
            if (Problem(text) is { } problem)
                yield return problem;
        // linux/arm64/v8 is linux/arm64.
        foreach (var twice in image.Platforms.GroupBy(Platform.Normal).Where(x => x.Count() > 1))
            yield return $"Platforms names {twice.Key} {twice.Count()} times; name each platform once.";
    }

    private static string? Problem(string text)
    {
        try
        {
            _ = new Platform(text);
            return null;
        }
        catch (InputException e)
        {
            return e.Message;
        }
    }
}
