using System.Text;
using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Tests.Pages;

/// <summary>An image of many files, as installers of packages leave them: the same names in many folders, few large ones; the same for the same seed.</summary>
internal static class ManyFiles
{
    private static readonly string[] Words =
    [
        "index",
        "package",
        "main",
        "types",
        "README",
        "LICENSE",
        "util",
        "helpers",
        "async",
        "stream",
    ];
    private static readonly string[] Endings = [".js", ".json", ".d.ts", ".map", ".so", ".py", ""];

    public static ImageTree Tree(int count, int layers, int seed) =>
        ImageTree.Of(Enumerable.Range(0, layers).Select(x => Layer(count / layers, x, seed + x)), default);

    private static LayerIndex Layer(int count, int number, int seed)
    {
        var random = new Random(seed);
        var builder = new LayerIndexBuilder();
        for (var i = 0; i < count; i++)
        {
            var path = new StringBuilder($"layer{number}/node_modules");
            for (var depth = random.Next(1, 6); depth > 0; depth--)
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"/{Words[random.Next(Words.Length)]}-{random.Next(60)}");
            path.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"/{Words[random.Next(Words.Length)]}{i}{Endings[random.Next(Endings.Length)]}"
            );
            builder.Begin(
                new TarEntry
                {
                    Kind = LayerEntryKind.File,
                    Path = Encoding.UTF8.GetBytes(path.ToString()),
                    Bytes = (long)Math.Exp(random.NextDouble() * 14),
                }
            );
            builder.End();
        }
        return builder.Build(null);
    }

    /// <summary>An image of one layer with files of these paths, ten bytes each.</summary>
    public static ImageTree Named(params string[] paths)
    {
        var builder = new LayerIndexBuilder();
        foreach (var path in paths)
        {
            builder.Begin(
                new TarEntry
                {
                    Kind = LayerEntryKind.File,
                    Path = PathText.ToBytes(path),
                    Bytes = 10,
                }
            );
            builder.End();
        }
        return ImageTree.Of([builder.Build(null)], default);
    }
}
