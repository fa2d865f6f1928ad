using System.Globalization;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>The records of a PAX extended header that matter here (POSIX pax; GNU tar manual, "Storing Sparse Files").</summary>
internal sealed class PaxRecords
{
    public byte[]? Path { get; private set; }

    public byte[]? LinkPath { get; private set; }

    public long? Size { get; private set; }

    /// <summary>Of a sparse file: its bytes once written out.</summary>
    public long? ExpandedSize { get; private set; }

    public long? UserId { get; private set; }

    public long? GroupId { get; private set; }

    /// <summary>Seconds since 1970, with a fraction.</summary>
    public decimal? ModifiedAt { get; private set; }

    /// <summary>The extended attributes, as they stand there: <c>SCHILY.xattr.NAME=VALUE</c>, each with a line end.</summary>
    public byte[]? Attributes { get; private set; }

    private byte[]? SparseName { get; set; }

    /// <summary>The name under which the file is known: PAX sparse 1.0 keeps a made-up one in <see cref="Path" />.</summary>
    public byte[]? Name => SparseName ?? Path;

    /// <summary>Reads the records; null when they break the format.</summary>
    /// <param name="content">Records of the form <c>LENGTH KEY=VALUE\n</c>, the length counting itself.</param>
    public static PaxRecords? Read(ReadOnlySpan<byte> content)
    {
        var records = new PaxRecords();
        while (!content.IsEmpty)
        {
            var space = content.IndexOf((byte)' ');
            if (space <= 0 || TarNumber.ReadDecimal(content[..space]) is not { } length || length > content.Length || length < space + 4)
                return null;
            var record = content[(space + 1)..(int)length];
            var equals = record.IndexOf((byte)'=');
            if (equals <= 0 || record[^1] != '\n' || !records.Take(record[..equals], record[(equals + 1)..^1]))
                return null;
            content = content[(int)length..];
        }
        return records;
    }

    // An empty value takes an earlier one back, and the header's own holds.
    private bool Take(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.SequenceEqual("path"u8))
            Path = Name0(value);
        else if (key.SequenceEqual("linkpath"u8))
            LinkPath = Name0(value);
        else if (key.SequenceEqual("GNU.sparse.name"u8))
            SparseName = Name0(value);
        else if (key.SequenceEqual("size"u8))
            return value.IsEmpty || (Size = TarNumber.ReadDecimal(value)) is not null;
        else if (key.SequenceEqual("GNU.sparse.size"u8) || key.SequenceEqual("GNU.sparse.realsize"u8))
            return value.IsEmpty || (ExpandedSize = TarNumber.ReadDecimal(value)) is not null;
        else
        {
            TakeMetadata(key, value);
            return true;
        }
        return !value.Contains((byte)0);
    }

    // Nothing that is installed depends on them, so one that is no number is passed over.
    private void TakeMetadata(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.SequenceEqual("uid"u8))
            UserId = TarNumber.ReadDecimal(value);
        else if (key.SequenceEqual("gid"u8))
            GroupId = TarNumber.ReadDecimal(value);
        else if (key.SequenceEqual("mtime"u8))
            ModifiedAt = decimal.TryParse(
                value,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var time
            )
                ? time
                : null;
        else if (key.StartsWith("SCHILY.xattr."u8))
            Attributes = [.. Attributes ?? [], .. key, (byte)'=', .. value, (byte)'\n'];
    }

    private static byte[]? Name0(ReadOnlySpan<byte> value) => value.IsEmpty ? null : value.ToArray();
}
