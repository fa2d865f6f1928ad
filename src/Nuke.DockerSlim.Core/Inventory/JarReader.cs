using System.Buffers.Binary;
using System.Text;

namespace Nuke.DockerSlim.Inventory;

/// <summary>
/// Reads an archive of Java classes as it streams by: its name and version from its file's name, its group where Maven left it, and the archives in it, from the
/// list of entries at its end (APPNOTE.TXT, central directory).
/// </summary>
/// <param name="file">The file's name.</param>
/// <param name="bytes">Its bytes.</param>
internal sealed class JarReader(string file, long bytes) : IContentReader
{
    /// <summary>Bytes at the end that are kept: a list of ten thousand entries.</summary>
    public const int Most = 1 << 20;

    private const int EntryLength = 46;
    private const int EndLength = 22;
    private readonly FileWindow _end = new(Math.Max(0, bytes - Most), (int)Math.Min(bytes, Most));
    private long _position;

    /// <inheritdoc />
    public void Append(ReadOnlySpan<byte> piece)
    {
        _end.Append(_position, piece);
        _position += piece.Length;
    }

    /// <inheritdoc />
    public FileDetails Finish()
    {
        var names = Names(_end.Bytes.Span, out var gap);
        var inner = names
            .Where(x => x.EndsWith(".jar", StringComparison.Ordinal))
            .Select(x => Named(x[(x.LastIndexOf('/') + 1)..], null))
            .ToArray();
        var projects = names.Select(Project).OfType<string[]>().ToArray();
        // An archive that holds others and has no version is the service itself.
        var own = Named(file, projects is [var only] ? only : null);
        IEnumerable<FoundPackage> packages = inner.Length > 0 && own.Version.Length == 0 ? inner : [own, .. inner];
        return FileDetails.Of(packages.Distinct()) with { Gap = gap };
    }

    // META-INF/maven/GROUP/ARTIFACT/pom.properties
    private static string[]? Project(string name) =>
        name.Split('/') is ["META-INF", "maven", var group, var artifact, "pom.properties"] ? [group, artifact] : null;

    private static FoundPackage Named(string name, string[]? project)
    {
        var bare = name[..name.LastIndexOf('.')];
        if (project is [var group, var artifact] && bare.StartsWith(artifact, StringComparison.Ordinal))
            return new FoundPackage(PackageKind.Jar, artifact, bare[artifact.Length..].TrimStart('-'), group);
        for (var dash = bare.LastIndexOf('-'); dash > 0; dash = bare.LastIndexOf('-', dash - 1))
            if (dash + 1 < bare.Length && char.IsAsciiDigit(bare[dash + 1]) && bare.IndexOf('.', dash) > 0)
                return new FoundPackage(PackageKind.Jar, bare[..dash], bare[(dash + 1)..]);
        return new FoundPackage(PackageKind.Jar, bare, "");
    }

    private List<string> Names(ReadOnlySpan<byte> end, out string? gap)
    {
        var names = new List<string>();
        var at = end.LastIndexOf("PK\x05\x06"u8);
        gap = "is no archive, or is cut off";
        if (at < 0 || end.Length - at < EndLength)
            return names;
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end[(at + 16)..]) - _end.Start;
        gap = start < 0 ? "has a list of entries that is longer than 1 MB" : null;
        while (start >= 0 && start <= at - EntryLength && end[(int)start..].StartsWith("PK\x01\x02"u8))
        {
            var entry = end[(int)start..];
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            if (entry.Length < EntryLength + length)
                break;
            names.Add(Encoding.UTF8.GetString(entry.Slice(EntryLength, length)));
            start +=
                EntryLength
                + length
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }
        return names;
    }
}
