namespace Nuke.Common.Utilities;

internal sealed class Disposable(Action cleanup) : IDisposable
{
    public static readonly IDisposable Nothing = new Disposable(() => { });

    public void Dispose() => cleanup();
}
