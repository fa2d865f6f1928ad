namespace Nuke.DockerSlim.Inspecting;

/// <summary>Shows a layer to several visitors at once; content only to those that want the entry's.</summary>
/// <param name="visitors">They, in the order that they are called.</param>
internal sealed class LayerVisitors(IReadOnlyList<ILayerVisitor> visitors) : ILayerVisitor
{
    private readonly ILayerVisitor[] _all = [.. visitors];
    private readonly ILayerVisitor[] _wanting = new ILayerVisitor[visitors.Count];
    private int _count;

    /// <inheritdoc />
    public bool Begin(in TarEntry entry)
    {
        _count = 0;
        foreach (var visitor in _all)
            if (visitor.Begin(entry))
                _wanting[_count++] = visitor;
        return _count > 0;
    }

    /// <inheritdoc />
    public void Content(ReadOnlySpan<byte> bytes)
    {
        foreach (var visitor in _wanting.AsSpan(0, _count))
            visitor.Content(bytes);
    }

    /// <inheritdoc />
    public void End()
    {
        foreach (var visitor in _all)
            visitor.End();
    }
}
