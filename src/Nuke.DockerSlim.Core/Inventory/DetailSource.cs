using System.Text;

namespace Nuke.DockerSlim.Inventory;

/// <summary>A kind of file that tells about packages, known by its path.</summary>
/// <param name="Open">Makes what reads a file of so many bytes.</param>
/// <param name="Most">Bytes that are read at most.</param>
internal sealed record DetailSource(Func<long, IContentReader> Open, int Most)
{
    private const int Database = 16 << 20;
    private const int Document = 16 << 20;
    private const int Manifest = 1 << 20;

    // The headers come first; behind them is a description of any length.
    private const int Head = 16 << 10;

    private static readonly DetailSource Dpkg = Whole(DpkgReader.Read, Database);
    private static readonly DetailSource Apk = Whole(ApkReader.Read, Database);
    private static readonly DetailSource NpmPackage = Whole(NpmReader.Package, Manifest);
    private static readonly DetailSource NpmLock = Whole(NpmReader.Lock, Document);
    private static readonly DetailSource NuGet = Whole(NuGetReader.Read, Document);
    private static readonly DetailSource Python = Whole(PythonReader.Read, Head) with { IsBeginningEnough = true };
    private static readonly DetailSource System = Whole(DistributionReader.Read, Head);
    private static readonly DetailSource Rpm = new(_ => throw new NotSupportedException("It is not read."), 0)
    {
        Known = FileDetails.Uncounted("is a database of rpm, whose packages are not counted"),
    };

    /// <summary>Whether its beginning tells all.</summary>
    public bool IsBeginningEnough { get; init; }

    /// <summary>Whether no more of it than <see cref="Most" /> is kept at once, whatever it has.</summary>
    public bool IsStreamed { get; init; }

    /// <summary>What is known without reading it; null where it has to be read.</summary>
    public FileDetails? Known { get; init; }

    /// <summary>The kind of a file; null for one that tells nothing by its path.</summary>
    /// <param name="path">Its path, without a leading slash.</param>
    public static DetailSource? Of(ReadOnlySpan<byte> path)
    {
        var name = path[(path.LastIndexOf((byte)'/') + 1)..];
        if (name.Length < 5)
            return null;
        // Most names are settled by their last letter.
        return name[^1] switch
        {
            (byte)'n' when name.EndsWith(".json"u8) => Json(path, name),
            (byte)'A' when name.SequenceEqual("METADATA"u8) => path[..^9].EndsWith(".dist-info"u8) ? Python : null,
            (byte)'O' when name.SequenceEqual("PKG-INFO"u8) => path[..^9].EndsWith(".egg-info"u8) ? Python : null,
            (byte)'o' when name.EndsWith(".egg-info"u8) => Python,
            (byte)'e' when path.SequenceEqual("etc/os-release"u8) || path.SequenceEqual("usr/lib/os-release"u8) => System,
            (byte)'r' when name.EndsWith(".jar"u8) || name.EndsWith(".war"u8) || name.EndsWith(".ear"u8) => Jar(name),
            _ => DatabaseOf(path, name),
        };
    }

    private static DetailSource? Json(ReadOnlySpan<byte> path, ReadOnlySpan<byte> name) =>
        name.SequenceEqual("package.json"u8) ? (NpmPath.IsInstalled(path) ? NpmPackage : null)
        : name.SequenceEqual("package-lock.json"u8) || name.SequenceEqual(".package-lock.json"u8) ? NpmLock
        : name.EndsWith(".deps.json"u8) ? NuGet
        : null;

    private static DetailSource Jar(ReadOnlySpan<byte> name)
    {
        var text = Encoding.UTF8.GetString(name);
        return new DetailSource(bytes => new JarReader(text, bytes), JarReader.Most) { IsStreamed = true };
    }

    private static DetailSource? DatabaseOf(ReadOnlySpan<byte> path, ReadOnlySpan<byte> name)
    {
        if (path.StartsWith("var/lib/dpkg/"u8))
        {
            var rest = path[13..];
            return rest.SequenceEqual("status"u8) || (rest.StartsWith("status.d/"u8) && !rest.EndsWith(".md5sums"u8)) ? Dpkg : null;
        }
        if (
            name.SequenceEqual("installed"u8)
            && (path.SequenceEqual("lib/apk/db/installed"u8) || path.SequenceEqual("usr/lib/apk/db/installed"u8))
        )
            return Apk;
        var isRpm =
            (path.StartsWith("var/lib/rpm/"u8) || path.StartsWith("usr/lib/sysimage/rpm/"u8))
            && (name.SequenceEqual("rpmdb.sqlite"u8) || name.SequenceEqual("Packages"u8) || name.SequenceEqual("Packages.db"u8));
        return isRpm ? Rpm : null;
    }

    private static DetailSource Whole(Func<ReadOnlyMemory<byte>, FileDetails> read, int most) =>
        new(_ => new WholeContent(read, most), most);
}
