using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>Finds what an attacker would use.</summary>
internal static class AttackSurface
{
    private const int MostSetuid = 50;
    private const int MostOfAKind = 50;
    private const int SetuidOrSetgid = 0b110_000_000_000;
    private const int AnyExecutes = 0b001_001_001;

    private const string Shell = "shell";
    private const string Compiler = "compiler";
    private const string PackageManager = "package-manager";
    private const string Setuid = "setuid";
    private const string KeyFile = "key-file";

    // Where systems look for programs; what lies elsewhere is found too, but named later.
    private static readonly string[] Usual = ["bin/", "usr/bin/", "usr/local/bin/", "sbin/", "usr/sbin/", "busybox/"];
    private static readonly string[] Shells =
    [
        "bash",
        "sh",
        "dash",
        "ash",
        "zsh",
        "busybox",
        "pwsh",
        "ksh",
        "mksh",
        "fish",
        "csh",
        "tcsh",
        "toybox",
    ];
    private static readonly string[] PackageManagers =
    [
        "apt-get",
        "apt",
        "dpkg",
        "apk",
        "dnf",
        "yum",
        "microdnf",
        "rpm",
        "zypper",
        "pacman",
        "dnf5",
        "tdnf",
        "opkg",
    ];
    private static readonly string[] Compilers = ["gcc", "cc", "g++", "clang", "go", "rustc", "javac"];
    private static readonly ResidueKind Keys = ResidueKinds.All.Single(x => x.Name == KeyFile);

    /// <summary>The surface of an image.</summary>
    /// <param name="tree">Its files.</param>
    /// <param name="user">The user of its config; null when that is unknown.</param>
    /// <param name="sources">Where each layer comes from, the lowest first.</param>
    public static SurfaceFacts Facts(ImageTree tree, string? user, IReadOnlyList<LayerSource> sources)
    {
        var found = tree.Nodes()
            .SelectMany(x => Kinds(tree, x.Path, x.Node).Select(kind => (Kind: kind, x.Path, x.Node)))
            .OrderBy(x => x.Kind, StringComparer.Ordinal)
            .ThenBy(x => Rank(x.Kind, x.Path))
            .ThenBy(x => x.Path, StringComparer.Ordinal)
            .ToLookup(x => x.Kind, x => Item(x.Kind, x.Path, x.Node, sources));
        return new()
        {
            Shell = found[Shell].FirstOrDefault()?.Path,
            PackageManager = found[PackageManager].FirstOrDefault()?.Path,
            Compiler = found[Compiler].FirstOrDefault()?.Path,
            User = user,
            Setuid = [.. found[Setuid].Select(x => x.Path).Take(MostSetuid)],
            Found = [.. found.SelectMany(x => x.Take(MostOfAKind))],
        };
    }

    private static IEnumerable<string> Kinds(ImageTree tree, string path, TreeNode node)
    {
        if (node.Kind is not (LayerEntryKind.File or LayerEntryKind.HardLink or LayerEntryKind.SymbolicLink))
            yield break;
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (IsProgramFolder(path) && ProgramKind(name) is { } kind && IsFile(tree, path, node))
            yield return kind;
        if (node.Content is null)
            yield break;
        if ((node.Mode & SetuidOrSetgid) != 0 && (node.Mode & AnyExecutes) != 0)
            yield return Setuid;
        if (MayBeKey(name) && Keys.Depth(path.Split('/')) > 0)
            yield return KeyFile;
    }

    // To take every path of an image apart costs more than all else here; these are the beginnings and endings that files of keys have.
    private static bool MayBeKey(string name) =>
        name[0] == '.' || name.StartsWith("id_", StringComparison.Ordinal) || (name.Length > 4 && name[^4] == '.');

    private static string? ProgramKind(string name) =>
        Shells.Contains(name) ? Shell
        : PackageManagers.Contains(name) ? PackageManager
        : ResidueKinds.IsCompiler(name) ? Compiler
        : null;

    private static bool IsProgramFolder(string path)
    {
        var slash = path.LastIndexOf('/');
        if (slash < 0)
            return false;
        var folder = path.AsSpan(0, slash);
        return folder[(folder.LastIndexOf('/') + 1)..] is "bin" or "sbin" or "busybox";
    }

    // A link counts as well: /bin/sh is one nearly everywhere. One that leads nowhere starts nothing.
    private static bool IsFile(ImageTree tree, string path, TreeNode node) =>
        node.Content is not null || LinkWalk.Resolve(tree, path)?.Content is not null;

    private static int Rank(string kind, string path)
    {
        string[]? programs = kind switch
        {
            Shell => Shells,
            PackageManager => PackageManagers,
            Compiler => Compilers,
            _ => null,
        };
        if (programs is null)
            return 0;
        var name = path.LastIndexOf('/') + 1;
        var folder = Array.IndexOf(Usual, path[..name]);
        var program = Array.IndexOf(programs, path[name..]);
        return (program < 0 ? programs.Length : program) * (Usual.Length + 1) + (folder < 0 ? Usual.Length : folder);
    }

    private static SurfaceItem Item(string kind, string path, TreeNode node, IReadOnlyList<LayerSource> sources) =>
        new()
        {
            Kind = kind,
            Path = ShownPath.Of(path),
            Layer = node.Layer,
            Line = sources[node.Layer].Line,
            FromBase = sources[node.Layer].FromBase,
        };
}
