using System.Text;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Tests.Inspecting;

namespace Nuke.DockerSlim.Tests.Inventory;

/// <summary>Images of files with content, and what is told about them.</summary>
internal static class InventoryOf
{
    public static ImageDetails Layers(params SyntheticTar[] layers) =>
        new(ImageTree.Of(layers.Select(x => SyntheticTar.IndexOf(x.ToArray())), default), [.. layers.Select(x => Details(x.ToArray()))]);

    public static SyntheticTar Layer(params (string Path, string Content)[] files) =>
        Layer([.. files.Select(x => (x.Path, Encoding.UTF8.GetBytes(x.Content)))]);

    public static SyntheticTar Layer(params (string Path, byte[] Content)[] files)
    {
        var tar = new SyntheticTar();
        foreach (var (path, content) in files)
            tar.File(path, content);
        return tar;
    }

    public static LayerDetails Details(byte[] tar, int piece = int.MaxValue, LayerDetailsBuilder? builder = null)
    {
        builder ??= new LayerDetailsBuilder();
        var scanner = new TarScanner(builder);
        for (var at = 0; at < tar.Length; at += Math.Min(piece, tar.Length - at))
            scanner.Append(tar.AsSpan(at, Math.Min(piece, tar.Length - at)));
        scanner.Complete();
        return builder.Build();
    }

    /// <summary>What one file tells, read in pieces of several lengths, which must not matter, and through the form that the cache keeps.</summary>
    public static FileDetails? File(string path, byte[] content)
    {
        var tar = Layer((path, content)).ToArray();
        var whole = Details(tar);
        var pieces = ((int[])[1, 7, 513]).Select(x => Details(tar, x)).Append(LayerDetails.Read(whole.ToBytes())!);
        Assert.All(pieces, x => Assert.Equal(whole.ToBytes(), x.ToBytes()));
        return whole.Files.GetValueOrDefault(path);
    }

    public static string[] Packages(string path, string content) => Packages(path, Encoding.UTF8.GetBytes(content));

    public static string[] Packages(string path, byte[] content) =>
        [.. File(path, content)?.Packages.Select(x => $"{x.Kind} {x.Name} {x.Version} {x.Qualifier} {x.Bytes}".TrimEnd()) ?? []];
}
