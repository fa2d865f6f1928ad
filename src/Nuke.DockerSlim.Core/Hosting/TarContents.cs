using System.Formats.Tar;
using Nuke.DockerSlim.Measuring;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Where the entries of a tar file lie. Only the headers are read; contents are opened in place, several at a time.</summary>
internal sealed class TarContents
{
    private const int DeepestLink = 4;
    private readonly string _path;
    private readonly Dictionary<string, (long Offset, long Length)> _files = [];
    private readonly Dictionary<string, string> _links = [];

    private TarContents(string path) => _path = path;

    /// <summary>Reads the headers.</summary>
    /// <param name="path">The tar.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="UnusableImageException">It is no tar, or is cut off.</exception>
    public static async Task<TarContents> IndexAsync(string path, CancellationToken cancellationToken)
    {
        var contents = new TarContents(path);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 4096);
        await RequireTarAsync(file, cancellationToken).ConfigureAwait(false);
        try
        {
            await using var reader = new TarReader(file, leaveOpen: true);
            while (await reader.GetNextEntryAsync(copyData: false, cancellationToken).ConfigureAwait(false) is { } entry)
                contents.Take(entry, file.Length);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or FormatException or ArgumentException)
        {
            throw new UnusableImageException("is no tar, or is cut off or damaged", e);
        }
        return contents;
    }

    /// <summary>Whether there is an entry.</summary>
    /// <param name="name">Its name.</param>
    public bool Contains(string name) => Find(name) is not null;

    /// <summary>An entry; null where there is none. Links lead to what they name inside the tar.</summary>
    /// <param name="name">Its name.</param>
    public StoredBlob? Find(string name)
    {
        for (var hops = 0; hops < DeepestLink && _links.TryGetValue(name, out var target); hops++)
            name = target;
        return _files.TryGetValue(name, out var place)
            ? new StoredBlob(
                place.Length,
                _ => Task.FromResult<Stream>(new SliceStream(FileSource.Open(_path, place.Offset), place.Length))
            )
            : null;
    }

    /// <summary>Reads a small entry; null where there is none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) =>
        _files.TryGetValue(name, out var place)
            ? await FileSource.ReadAsync(_path, place.Offset, place.Length, cancellationToken).ConfigureAwait(false)
            : null;

    private void Take(TarEntry entry, long length)
    {
        var name = Normal(entry.Name);
        // As when a tar is unpacked: of two entries of one name the later counts.
        _files.Remove(name);
        _links.Remove(name);
        if (entry.EntryType is TarEntryType.SymbolicLink)
            _links[name] = Joined(name, entry.LinkName);
        else if (entry.EntryType is TarEntryType.HardLink)
            _links[name] = Normal(entry.LinkName);
        else if (
            entry is
            { DataStream: not null, EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile }
        )
            _files[name] =
                entry.DataOffset + entry.Length <= length
                    ? (entry.DataOffset, entry.Length)
                    : throw new EndOfStreamException($"{name} ends behind the end of the file.");
    }

    private static string Normal(string name) => name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;

    // Old archives name a layer that occurs twice by a link, "../<id>/layer.tar". What leads out of the tar finds nothing in it.
    private static string Joined(string name, string target)
    {
        var parts = new List<string>(name.Split('/')[..^1]);
        foreach (var part in target.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return "";
            else
                parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }

    private static async Task RequireTarAsync(FileStream file, CancellationToken cancellationToken)
    {
        var head = new byte[4];
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        file.Position = 0;
        if (read < head.Length)
            throw new UnusableImageException("is empty");
        var packed = head switch
        {
            [0x1f, 0x8b, ..] => "gzip",
            [0x28, 0xb5, 0x2f, 0xfd] => "zstd",
            [0xfd, 0x37, 0x7a, 0x58] => "xz",
            [0x42, 0x5a, 0x68, _] => "bzip2",
            _ => null,
        };
        if (packed is not null)
            throw new UnusableImageException($"is packed with {packed}, so its layers cannot be read in place")
            {
                Advice = $"unpack it first, such as with {(packed is "gzip" ? "gunzip" : packed)} -{(packed is "gzip" ? "k" : "dk")}",
            };
    }
}
