using System.Text;
using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Inventory;

/// <summary>What the contents of a layer's files tell, by path; only of the files that tell something.</summary>
internal sealed class LayerDetails(IReadOnlyDictionary<string, FileDetails> files, string? gap)
{
    // Raised when more is taken from a file, or it is taken otherwise: layers have to be read again then.
    private const int Version = 3;

    /// <summary>The files by their paths, which are as in <see cref="LayerEntry.Path" />.</summary>
    public IReadOnlyDictionary<string, FileDetails> Files => files;

    /// <summary>Why not all files were looked into, as the end of a sentence; null when they were.</summary>
    public string? Gap => gap;

    /// <summary>The details as a file has them.</summary>
    public byte[] ToBytes()
    {
        var writer = new CompactWriter();
        writer.Number(Version);
        Text(writer, gap ?? "");
        writer.Number(files.Count);
        foreach (var (path, file) in files.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            writer.Text(PathText.ToBytes(path));
            Text(writer, file.Gap ?? "");
            writer.Number(file.SymbolBytes);
            writer.Number(file.Packages.Count);
            foreach (var package in file.Packages)
            {
                writer.Number((int)package.Kind);
                Text(writer, package.Name);
                Text(writer, package.Version);
                Text(writer, package.Qualifier);
                Text(writer, package.License);
                Text(writer, package.Integrity);
                writer.Number((package.Bytes ?? -1) + 1);
            }
            writer.Number(file.DevelopmentFolders.Count);
            foreach (var folder in file.DevelopmentFolders)
                Text(writer, folder);
            writer.Number(file.MayHidePackages ? 1 : 0);
            writer.Number(file.Integrities.Count);
            foreach (var (folder, integrity) in file.Integrities)
            {
                Text(writer, folder);
                Text(writer, integrity);
            }
            Text(writer, file.Distribution?.Id ?? "");
            Text(writer, file.Distribution?.Version ?? "");
            Text(writer, file.Distribution?.Name ?? "");
        }
        return writer.Written.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes" /> wrote; null when another version did, or it is damaged.</summary>
    public static LayerDetails? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reader = new CompactReader(bytes);
            if (reader.Number() != Version)
                return null;
            var gap = Text(reader);
            var files = new Dictionary<string, FileDetails>(StringComparer.Ordinal);
            for (var left = reader.Number(); left > 0; left--)
                files[PathText.From(reader.Text())] = File(reader);
            return new LayerDetails(files, gap.Length == 0 ? null : gap);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static FileDetails File(CompactReader reader)
    {
        var gap = Text(reader);
        var symbols = reader.Number();
        var packages = new List<FoundPackage>();
        for (var left = reader.Number(); left > 0; left--)
            packages.Add(
                new FoundPackage((PackageKind)reader.Number(), Text(reader), Text(reader), Text(reader))
                {
                    License = Text(reader),
                    Integrity = Text(reader),
                    Bytes = reader.Number() - 1 is >= 0 and var known ? known : null,
                }
            );
        var folders = new List<string>();
        for (var left = reader.Number(); left > 0; left--)
            folders.Add(Text(reader));
        var mayHide = reader.Number() != 0;
        var integrities = new List<KeyValuePair<string, string>>();
        for (var left = reader.Number(); left > 0; left--)
            integrities.Add(new(Text(reader), Text(reader)));
        var distribution = new Distribution(Text(reader), Text(reader), Text(reader));
        return new FileDetails
        {
            MayHidePackages = mayHide,
            Distribution = distribution.Id.Length > 0 ? distribution : null,
            Integrities = integrities,
            Packages = packages,
            DevelopmentFolders = folders,
            SymbolBytes = symbols,
            Gap = gap.Length == 0 ? null : gap,
        };
    }

    private static void Text(CompactWriter writer, string text) => writer.Text(Encoding.UTF8.GetBytes(text));

    private static string Text(CompactReader reader) => Encoding.UTF8.GetString(reader.Text());
}
