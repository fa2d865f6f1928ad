using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>
/// A digest of what a layer holds: paths, kinds, modes, links and contents in the order of the tar, without times and owners. Layers that differ in their diff ids
/// and not in it were made of the same files at another time.
/// </summary>
internal static class LayerContentDigest
{
    /// <summary>The digest; null where not all of the layer could be read.</summary>
    /// <param name="index">What is in the layer.</param>
    public static Digest? Of(LayerIndex index)
    {
        if (index.Gap is not null)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> numbers = stackalloc byte[32];
        foreach (var entry in index.Entries)
        {
            BinaryPrimitives.WriteInt32LittleEndian(numbers, (int)entry.Kind);
            BinaryPrimitives.WriteInt32LittleEndian(numbers[4..], entry.Mode);
            BinaryPrimitives.WriteInt64LittleEndian(numbers[8..], entry.ExpandedBytes);
            BinaryPrimitives.WriteUInt64LittleEndian(numbers[16..], entry.Fingerprint ?? 0);
            BinaryPrimitives.WriteInt32LittleEndian(numbers[24..], entry.Path.Length);
            BinaryPrimitives.WriteInt32LittleEndian(numbers[28..], entry.Link?.Length ?? -1);
            hash.AppendData(numbers);
            hash.AppendData(Encoding.UTF8.GetBytes(entry.Path));
            if (entry.Link is { } link)
                hash.AppendData(Encoding.UTF8.GetBytes(link));
        }
        return Digest.Of(hash);
    }
}
