namespace Nuke.DockerSlim.Adapters;

/// <summary>How long to wait before something is tried again: twice as long each time.</summary>
internal static class Backoff
{
    /// <summary>The wait after an attempt: 1 s, 2 s, 4 s.</summary>
    /// <param name="attempt">Which one failed, from 1.</param>
    public static TimeSpan After(int attempt) => TimeSpan.FromSeconds(Math.Pow(2, attempt - 1));
}
