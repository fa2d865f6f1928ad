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

    /// <summary>The owner's number; zero where the header has none.</summary>
    public long UserId { get; init; }

    /// <summary>The group's number; zero where the header has none.</summary>
    public long GroupId { get; init; }

    /// <summary>When the content was changed last, in seconds since 1970; fractions where an extended header has them.</summary>
    public decimal ModifiedAt { get; init; }

    /// <summary>Extended attributes as the extended header has them; null where it has none.</summary>
    public byte[]? Attributes { get; init; }

    /// <summary>Where the content begins, in bytes from the tar's start.</summary>
    public long ContentOffset { get; init; }
}
