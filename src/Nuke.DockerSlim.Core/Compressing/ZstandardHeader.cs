using System.Buffers.Binary;

namespace Nuke.DockerSlim.Compressing;

/// <summary>A frame's header behind its magic number and descriptor (RFC 8878, 3.1.1.1).</summary>
/// <param name="descriptor">The descriptor, which says what else there is.</param>
internal readonly struct ZstandardHeader(byte descriptor)
{
    private bool IsSingleSegment => (descriptor & 0x20) != 0;

    private int WindowLength => IsSingleSegment ? 0 : 1;

    private int DictionaryLength =>
        (descriptor & 3) switch
        {
            3 => 4,
            var x => x,
        };

    private int ContentLength =>
        (descriptor >> 6) switch
        {
            0 => IsSingleSegment ? 1 : 0,
            1 => 2,
            2 => 4,
            _ => 8,
        };

    /// <summary>Bytes of the header.</summary>
    public int Length => WindowLength + DictionaryLength + ContentLength;

    /// <summary>Whether the frame ends in a checksum.</summary>
    public bool HasChecksum => (descriptor & 4) != 0;

    /// <summary>How far back matches may reach.</summary>
    /// <param name="bytes">The header.</param>
    /// <exception cref="InvalidDataException">It uses what is reserved, or a dictionary that nobody has.</exception>
    public long Reach(ReadOnlySpan<byte> bytes)
    {
        if ((descriptor & 8) != 0)
            throw ZstandardStream.Damaged("a frame uses what is reserved");
        if (bytes.Slice(WindowLength, DictionaryLength).ContainsAnyExcept((byte)0))
            throw ZstandardStream.Damaged("a frame needs a dictionary");
        if (IsSingleSegment)
            return (long)Math.Min(Content(bytes[DictionaryLength..]), long.MaxValue);
        var reach = 1L << (10 + (bytes[0] >> 3));
        return reach + reach / 8 * (bytes[0] & 7);
    }

    private ulong Content(ReadOnlySpan<byte> bytes) =>
        ContentLength switch
        {
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes) + 256ul,
            4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            _ => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        };
}
