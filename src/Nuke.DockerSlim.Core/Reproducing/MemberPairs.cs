using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Reproducing;

/// <summary>
/// Puts the entries of a layer's two builds side by side: by their paths, and those that are left by what is in them, since a name made at random is another
/// one in each build.
/// </summary>
internal static class MemberPairs
{
    // Names of other content are taken for one that is made at random only where this much of them is the same.
    private const int LikeEnough = 3;

    /// <summary>The pairs; one that only one build has lacks its other side.</summary>
    /// <param name="first">The entries of the first build.</param>
    /// <param name="second">The entries of the second.</param>
    public static IReadOnlyList<(TarMember? First, TarMember? Second)> Of(IReadOnlyList<TarMember> first, IReadOnlyList<TarMember> second)
    {
        // A path that a tar has twice counts as the last has it, as where it is unpacked.
        var (these, those) = (ByKey(first), ByKey(second));
        var pairs = new List<(TarMember?, TarMember?)>();
        foreach (var (key, member) in these)
            if (those.TryGetValue(key, out var same))
                pairs.Add((member, same));
        var gone = these.Where(x => !those.ContainsKey(x.Key)).Select(x => x.Value).OrderBy(x => x.Path, StringComparer.Ordinal);
        var come = those
            .Where(x => !these.ContainsKey(x.Key))
            .Select(x => x.Value)
            .GroupBy(x => FolderOf(x.Path))
            .ToDictionary(x => x.Key, x => x.ToList());
        var renamed = new Dictionary<string, string>();
        foreach (var member in gone)
        {
            var folder = FolderOf(member.Path);
            var candidates = come.GetValueOrDefault(renamed.GetValueOrDefault(folder, folder));
            var found = candidates?.Where(x => IsMeant(member, x)).MaxBy(x => Likeness(NameOf(member.Path), NameOf(x.Path)));
            pairs.Add((member, found));
            if (found is null)
                continue;
            candidates!.Remove(found);
            if (member.Kind == LayerEntryKind.Folder)
                renamed[member.Path] = found.Path;
        }
        pairs.AddRange(come.Values.SelectMany(x => x).Select(x => ((TarMember?)null, (TarMember?)x)));
        return pairs;
    }

    /// <summary>The part that two names share at their ends, with a star for the rest.</summary>
    /// <param name="one">A path.</param>
    /// <param name="other">The path of the other.</param>
    public static string Pattern(string one, string other)
    {
        var (a, b) = (NameOf(one), NameOf(other));
        var prefix = a.AsSpan().CommonPrefixLength(b);
        return $"{a[..prefix]}*{a[^Suffix(a, b, prefix)..]}";
    }

    private static Dictionary<(string, bool), TarMember> ByKey(IReadOnlyList<TarMember> members)
    {
        var all = new Dictionary<(string, bool), TarMember>();
        foreach (var member in members)
            all[member.Key] = member;
        return all;
    }

    private static bool IsMeant(TarMember one, TarMember other)
    {
        var (a, b) = (NameOf(one.Path), NameOf(other.Path));
        return one.Kind == other.Kind
            && (
                Likeness(a, b) >= LikeEnough || (one.HasContentOf(other) && (a.Length == b.Length || Likeness(a, b) > 0) && HasContent(one))
            );
    }

    // Two empty files are no sign that one is the other.
    private static bool HasContent(TarMember member) => member.Bytes > 0 || member.Link is not null || member.Kind == LayerEntryKind.Folder;

    private static int Likeness(string a, string b)
    {
        var prefix = a.AsSpan().CommonPrefixLength(b);
        return prefix + Suffix(a, b, prefix);
    }

    private static int Suffix(string a, string b, int prefix)
    {
        var most = Math.Min(a.Length, b.Length) - prefix;
        var count = 0;
        while (count < most && a[^(count + 1)] == b[^(count + 1)])
            count++;
        return count;
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    /// <summary>The last part of a path.</summary>
    /// <param name="path">The path.</param>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
