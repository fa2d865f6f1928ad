using System.Text;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>
/// Makes the map of an image's files, small enough for a page: the largest files and folders are kept until the room is used up, and what is left of each
/// folder becomes one sum a layer.
/// </summary>
internal sealed class FileMapBuilder
{
    /// <summary>Room of a map in a page that is to stay below 1 MB.</summary>
    public const int UsualBytes = 500_000;

    // What lies deeper is nothing that anybody opens folder by folder.
    private const int Deepest = 64;

    // A node's numbers, and what a folder's sums of the rest come to mostly.
    private const int CostOfFile = 16;
    private const int CostOfFolder = 34;
    private const int LongestName = 120;

    private readonly WeighedFiles _files;
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _names = [];
    private readonly List<long> _nodes = [];

    private FileMapBuilder(WeighedFiles files) => _files = files;

    /// <summary>The map.</summary>
    /// <param name="tree">The image's files.</param>
    /// <param name="most">Bytes that the map may take as JSON.</param>
    public static FileMap Of(ImageTree tree, int most = UsualBytes)
    {
        var files = WeighedFiles.Of(tree);
        // What it takes is estimated: sums of the rest may be many, and names may be written in long ways.
        for (var room = most; ; room /= 2)
        {
            var map = new FileMapBuilder(files).Build(room);
            if (room == 0 || Weight(map) <= most)
                return map;
        }
    }

    private FileMap Build(int room)
    {
        var homes = Homes(room);
        var rests = Rests(homes);
        for (var i = 0; i < _files.All.Count; i++)
        {
            if (homes[i] != i)
                continue;
            var file = _files.All[i];
            if (i > 0)
                Add(
                    file.Depth,
                    Number(Shown(file.Name)),
                    file.IsFolder ? FileMap.IsFolder : _files.Bytes[i],
                    file.IsFolder ? 0 : file.Layer
                );
            if (rests.TryGetValue(i, out var rest))
                foreach (var (layer, (count, bytes)) in rest)
                    Add(file.Depth + 1, -count, bytes, layer);
        }
        return new FileMap
        {
            Names = _names,
            Nodes = _nodes,
            Files = _files.All.Count(x => !x.IsFolder),
            Bytes = _files.Bytes[0],
        };
    }

    /// <summary>For each file and folder the one that shows it: itself, or the folder above it that is large enough.</summary>
    private int[] Homes(int room)
    {
        var (all, bytes) = (_files.All, _files.Bytes);
        var isKept = new bool[all.Count];
        isKept[0] = true;
        var named = new HashSet<string>();
        // A folder weighs as much as what is in it, and stands before it: none is kept whose folder is not.
        foreach (var i in Enumerable.Range(1, all.Count - 1).OrderByDescending(x => bytes[x]).ThenBy(x => x))
        {
            var file = all[i];
            room -= (file.IsFolder ? CostOfFolder : CostOfFile) + (named.Add(file.Name) ? Encoding.UTF8.GetByteCount(file.Name) + 3 : 0);
            if (room < 0 || bytes[i] == 0)
                break;
            isKept[i] = file.Depth <= Deepest;
        }
        var homes = new int[all.Count];
        for (var i = 1; i < homes.Length; i++)
            homes[i] = isKept[i] ? i : homes[all[i].Parent];
        return homes;
    }

    private Dictionary<int, SortedDictionary<int, (int Count, long Bytes)>> Rests(int[] homes)
    {
        var rests = new Dictionary<int, SortedDictionary<int, (int Count, long Bytes)>>();
        for (var i = 1; i < homes.Length; i++)
        {
            if (homes[i] == i || _files.All[i].IsFolder)
                continue;
            if (!rests.TryGetValue(homes[i], out var rest))
                rests[homes[i]] = rest = [];
            var (count, bytes) = rest.GetValueOrDefault(_files.All[i].Layer);
            rest[_files.All[i].Layer] = (count + 1, bytes + _files.Bytes[i]);
        }
        return rests;
    }

    private void Add(long depth, long name, long bytes, long layer) => _nodes.AddRange([depth, name, bytes, layer]);

    private int Number(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers[name] = number = _names.Count;
            _names.Add(name);
        }
        return number;
    }

    private static string Shown(string name) => ShortText.Of(ShownPath.Of(name)[1..], LongestName);

    private static long Weight(FileMap map) =>
        map.Names.Sum(x => System.Text.Json.JsonEncodedText.Encode(x).EncodedUtf8Bytes.Length + 3L)
        + map.Nodes.Sum(x => 2L + (Math.Abs(x) is var size && size < 10 ? 0 : (long)Math.Log10(size)) + (x < 0 ? 1 : 0));
}
