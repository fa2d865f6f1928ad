using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.PullRequests;

namespace Nuke.DockerSlim.Components;

/// <summary>Fits the caches that images name to the builder and to the pipeline that the run is a part of.</summary>
internal static class CacheTurn
{
    /// <summary>Fits those of an image.</summary>
    /// <param name="work">The image.</param>
    /// <param name="driver">The driver of its builder.</param>
    /// <param name="store">The engine's image store; null: not known.</param>
    /// <param name="say">Told what is left out, a line each.</param>
    /// <exception cref="InputException">The builder cannot write such a cache.</exception>
    public static void Use(ImageWork work, string driver, string? store, Action<string> say)
    {
        if (work.Target.Definition is { CacheFrom.Count: 0, CacheTo.Count: 0 })
            return;
        var around = CacheSurroundings.Of(Environment.GetEnvironmentVariable, IsFork()) with { Driver = driver, Store = store };
        foreach (var sentence in work.UseCaches(around))
            say($"{work.Target.Definition.Name}: {sentence}");
    }

    // An event that cannot be read is told of where it is needed; a cache only has to know whether failing to write it may be right.
    private static bool IsFork()
    {
        Func<string, string?> variables = Environment.GetEnvironmentVariable;
        if (!GitHubEnvironment.IsActions(variables))
            return false;
        try
        {
            return GitHubEventReader
                .Read(variables("GITHUB_EVENT_NAME"), EventFile.Read(variables("GITHUB_EVENT_PATH"), GitHubEventReader.LargestPayload))
                .IsFork;
        }
        catch (InputException)
        {
            return true;
        }
    }
}
