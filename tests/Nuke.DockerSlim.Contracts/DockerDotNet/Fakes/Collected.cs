using System.Collections.Concurrent;

namespace Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

/// <summary>A progress that reports at once, on the caller's thread, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class Collected<T>(Action<T>? onEach = null) : IProgress<T>
{
    private readonly ConcurrentQueue<T> _items = new();

    public IReadOnlyList<T> Items => [.. _items];

    public void Report(T value)
    {
        _items.Enqueue(value);
        onEach?.Invoke(value);
    }
}
