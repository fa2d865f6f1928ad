namespace Nuke.DockerSlim.Contracts.NukeCommon;

/// <summary>Gives each test a root directory of its own.</summary>
public abstract class BuildContract : IDisposable
{
    protected BuildRoot Root { get; } = new();

    public void Dispose()
    {
        Root.Dispose();
        GC.SuppressFinalize(this);
    }
}
