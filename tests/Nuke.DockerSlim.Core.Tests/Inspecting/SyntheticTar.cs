using System.Text;
using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Tests.Inspecting;

/// <summary>Writes tars field by field, wrong ones too.</summary>
internal sealed class SyntheticTar
{
    private readonly MemoryStream _bytes = new();

    public SyntheticTar File(string name, ReadOnlySpan<byte> content) => Header(name, '0', content.Length).Body(content);

    public SyntheticTar Pax(params string[] records) => Pax([.. records.SelectMany(Record)]);

    public SyntheticTar Pax(byte[] records, char type = 'x') => Header("PaxHeaders/x", type, records.Length).Body(records);

    public SyntheticTar Long(char type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text + "\0");
        return Header("././@LongLink", type, bytes.Length, magic: "ustar  \0").Body(bytes);
    }

    public SyntheticTar Header(
        string name,
        char type,
        long size = 0,
        string link = "",
        string mode = "0000644",
        string magic = "ustar\000",
        string prefix = "",
        Action<byte[]>? change = null,
        bool keepChecksum = false
    )
    {
        var block = new byte[512];
        Put(block, 0, Encoding.Latin1.GetBytes(name));
        Put(block, 100, Encoding.ASCII.GetBytes(mode));
        Put(block, 124, Encoding.ASCII.GetBytes(Convert.ToString(size, 8).PadLeft(11, '0')));
        block[156] = (byte)type;
        Put(block, 157, Encoding.Latin1.GetBytes(link));
        Put(block, 257, Encoding.ASCII.GetBytes(magic));
        Put(block, 345, Encoding.Latin1.GetBytes(prefix));
        if (!keepChecksum)
            change?.Invoke(block);
        Put(block, 148, "        "u8);
        Put(block, 148, Encoding.ASCII.GetBytes(Convert.ToString(block.Sum(x => x), 8).PadLeft(6, '0') + "\0 "));
        if (keepChecksum)
            change?.Invoke(block);
        _bytes.Write(block);
        return this;
    }

    /// <summary>Content, filled up to whole blocks.</summary>
    public SyntheticTar Body(ReadOnlySpan<byte> content)
    {
        _bytes.Write(content);
        _bytes.Write(new byte[-content.Length & 511]);
        return this;
    }

    public SyntheticTar Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    /// <summary>The tar with its end.</summary>
    public byte[] ToArray() => [.. _bytes.ToArray(), .. new byte[1_024]];

    /// <summary>The tar as far as it was written.</summary>
    public byte[] Unended() => _bytes.ToArray();

    public static byte[] Record(string record)
    {
        var text = Encoding.UTF8.GetBytes($" {record}\n");
        var length = text.Length + 1;
        while (length != text.Length + length.ToString().Length)
            length++;
        return [.. Encoding.ASCII.GetBytes(length.ToString()), .. text];
    }

    /// <summary>The index of a tar, read in pieces of a length.</summary>
    public static LayerIndex IndexOf(byte[] tar, int piece = int.MaxValue)
    {
        var builder = new LayerIndexBuilder();
        var scanner = new TarScanner(builder);
        for (var at = 0; at < tar.Length; at += Math.Min(piece, tar.Length - at))
            scanner.Append(tar.AsSpan(at, Math.Min(piece, tar.Length - at)));
        scanner.Complete();
        return builder.Build(scanner.Damage);
    }

    private static void Put(byte[] block, int offset, ReadOnlySpan<byte> bytes) => bytes.CopyTo(block.AsSpan(offset));
}
