namespace Nuke.DockerSlim.Building;

/// <summary>A builder that is to hold nothing.</summary>
/// <param name="name">Its name.</param>
/// <param name="records">How many results it held when it was taken; none, if it is what it is to be.</param>
/// <param name="remove">Takes away what was made for it.</param>
public sealed class FreshBuilder(string name, int records, Func<Task> remove) : IAsyncDisposable
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>How many results it held when it was taken; none, if it is what it is to be.</summary>
    public int Records => records;

    /// <summary>Takes away what was made for it.</summary>
    public ValueTask DisposeAsync() => new(remove());
}
