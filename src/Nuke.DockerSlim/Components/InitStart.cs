namespace Nuke.DockerSlim.Components;

/// <summary>What was written before the measuring; it is taken back unless all of the start came to its end.</summary>
/// <param name="work">What wrote it.</param>
internal sealed class InitStart(InitWork work) : IDisposable
{
    private bool _holds;

    /// <summary>Keeps it.</summary>
    public void Hold() => _holds = true;

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_holds)
            work.PutBack();
    }
}
