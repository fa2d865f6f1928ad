namespace Nuke.DockerSlim.Inspecting;

/// <summary>An entry as it is met in the tar; see <see cref="LayerEntry" /> for what the parts mean.</summary>
internal readonly ref struct TarEntry
{
    public required LayerEntryKind Kind { get; init; }

    public required ReadOnlySpan<byte> Path { get; init; }

    /// <summary>Empty where there is no link.</summary>
    public ReadOnlySpan<byte> Link { get; init; }

    public long Bytes { get; init; }

    /// <summary>Null: the file is not sparse.</summary>
    public long? ExpandedBytes { get; init; }

    public int Mode { get; init; }
}
