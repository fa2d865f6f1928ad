using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Inspecting;

public sealed class PathSizesTests
{
    [Fact]
    public void Lists_files_and_folders_by_their_size() =>
        Assert.Equal(
            ["/app/ 30 1", "/app/b 20 1", "/app/a 10 0", "/etc/ 5 0", "/etc/c 5 0"],
            Find(10, ("app/a", 10, 0), ("app/b", 20, 1), ("etc/c", 5, 0))
        );

    [Fact]
    public void Of_more_than_there_is_room_for_the_largest_stay() =>
        Assert.Equal(["/app/ 30 1", "/app/b 20 1"], Find(2, ("app/a", 10, 0), ("app/b", 20, 1), ("etc/c", 5, 0)));

    [Fact]
    public void What_is_empty_is_not_listed() => Assert.Empty(Find(10, ("app/a", 0, 0)));

    [Fact]
    public void Several_names_of_one_content_weigh_once()
    {
        var content = new FileContent("a", 0, 10, null);
        var root = new TreeNode
        {
            Children = new() { ["a"] = File(content), ["b"] = File(content) },
        };

        Assert.Single(PathSizes.Find(root, 10, Make));
    }

    private static IEnumerable<string> Find(int most, params (string Path, long Bytes, int Layer)[] files)
    {
        var root = new TreeNode();
        foreach (var (path, bytes, layer) in files)
        {
            var folder = root;
            var names = path.Split('/');
            foreach (var name in names[..^1])
            {
                folder.Children ??= [];
                if (!folder.Children.TryGetValue(name, out var next))
                    folder.Children[name] = next = new TreeNode();
                folder = next;
            }
            (folder.Children ??= [])[names[^1]] = File(new FileContent(path, layer, bytes, null));
        }
        return PathSizes.Find(root, most, Make).Select(x => $"{x.Path} {x.Content.Bytes} {x.Layer}");
    }

    private static TreeNode File(FileContent content) => new() { Kind = LayerEntryKind.File, Content = content };

    private static FileFacts Make(string path, long bytes, int layer) =>
        new()
        {
            Path = path,
            Content = new(bytes),
            Layer = layer,
        };
}
