namespace Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

/// <summary>Keeps a test that waits for something that never comes from waiting for ever; no test depends on its length.</summary>
internal static class Moment
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task Soon(this Task task) => task.WaitAsync(Patience);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Patience);
}
