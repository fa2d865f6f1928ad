using System.Text;
using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Tests.Inspecting;

/// <summary>
/// Images in a few lines: a layer is a list of texts. <c>path=100</c> is a file of so many bytes (<c>path=100a</c> of the letter a), <c>path/</c> a folder,
/// <c>path-&gt;target</c> a symbolic link, <c>path=&gt;target</c> a hard link, <c>folder/.wh.name</c> a whiteout.
/// </summary>
internal static class TreeOf
{
    public static ImageTree Layers(params string[][] layers) => ImageTree.Of(layers.Select(Index), default);

    public static LayerSource[] Sources(params int?[] lines) => [.. lines.Select(x => new LayerSource(x, x is null))];

    private static LayerIndex Index(string[] entries)
    {
        var tar = new SyntheticTar();
        foreach (var entry in entries)
        {
            if (entry.Contains("=>", StringComparison.Ordinal))
                Link(tar, entry.Split("=>"), '1');
            else if (entry.Contains("->", StringComparison.Ordinal))
                Link(tar, entry.Split("->"), '2');
            else if (entry.EndsWith('/'))
                tar.Header(entry, '5', 0);
            else if (entry.Split('=') is [var name, var content])
            {
                var digits = content.TrimEnd([.. "abcdefghijklmnopqrstuvwxyz"]);
                var letter = content.Length > digits.Length ? content[^1] : name[^1];
                tar.File(
                    name,
                    Encoding.ASCII.GetBytes(new string(letter, int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)))
                );
            }
            else
                tar.File(entry, []);
        }
        return SyntheticTar.IndexOf(tar.ToArray());
    }

    private static void Link(SyntheticTar tar, string[] parts, char type) => tar.Header(parts[0], type, 0, link: parts[1]);
}
