namespace Nuke.DockerSlim.Inspecting;

/// <summary>
/// What is in a layer: its entries in the order of the tar, kept as bytes because there may be hundreds of thousands. About 40 bytes an entry: each path is
/// written as what it shares with the one before and the rest.
/// </summary>
public sealed class LayerIndex
{
    private readonly ReadOnlyMemory<byte> _entries;

    /// <param name="count">How many entries there are.</param>
    /// <param name="gap">Why there are not all; null when there are.</param>
    /// <param name="entries">The entries as <see cref="LayerIndexBuilder" /> writes them.</param>
    internal LayerIndex(int count, string? gap, ReadOnlyMemory<byte> entries) => (Count, Gap, _entries) = (count, gap, entries);

    /// <summary>How many entries there are.</summary>
    public int Count { get; }

    /// <summary>Why the entries are not all that the layer has, as the end of a sentence; null when they are.</summary>
    public string? Gap { get; }

    /// <summary>The entries, in the order of the tar. Each is made as it is asked for.</summary>
    /// <exception cref="InvalidDataException">The index is damaged.</exception>
    public IEnumerable<LayerEntry> Entries
    {
        get
        {
            var decoder = new LayerIndexDecoder(_entries);
            for (var i = 0; i < Count; i++)
                yield return decoder.Next();
        }
    }

    /// <summary>The index as a file has it.</summary>
    internal byte[] ToBytes()
    {
        var writer = new CompactWriter();
        writer.Number(Count);
        writer.Text(PathText.ToBytes(Gap ?? ""));
        writer.Raw(_entries.Span);
        return writer.Written.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes" /> wrote.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    internal static LayerIndex Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new CompactReader(bytes);
        var count = reader.Number();
        var gap = PathText.From(reader.Text());
        return count is >= 0 and <= int.MaxValue
            ? new LayerIndex((int)count, gap.Length == 0 ? null : gap, reader.Rest)
            : throw new InvalidDataException("The index of a layer is damaged.");
    }
}
