using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>Finds what an attacker would use.</summary>
internal static class AttackSurface
{
    private const int MostSetuid = 50;
    private const int SetuidOrSetgid = 0b110_000_000_000;

    private static readonly string[] Folders = ["bin", "usr/bin", "usr/local/bin", "sbin", "usr/sbin", "busybox"];
    private static readonly string[] Shells = ["bash", "sh", "dash", "ash", "zsh", "busybox", "pwsh"];
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
    ];
    private static readonly string[] Compilers = ["gcc", "cc", "g++", "clang", "go", "rustc", "javac"];

    /// <summary>The surface of an image.</summary>
    /// <param name="tree">Its files.</param>
    /// <param name="user">The user of its config; null when that is unknown.</param>
    public static SurfaceFacts Facts(ImageTree tree, string? user) =>
        new()
        {
            Shell = First(tree, Shells),
            PackageManager = First(tree, PackageManagers),
            Compiler = First(tree, Compilers),
            User = user,
            Setuid =
            [
                .. tree.Files()
                    .Where(x => (x.Node.Mode & SetuidOrSetgid) != 0 && (x.Node.Mode & 0b001_001_001) != 0)
                    .Select(x => ShownPath.Of(x.Path))
                    .Order(StringComparer.Ordinal)
                    .Take(MostSetuid),
            ],
        };

    // A link counts as well: /bin/sh is one nearly everywhere.
    private static string? First(ImageTree tree, string[] programs) =>
        programs
            .SelectMany(program => Folders.Select(folder => $"{folder}/{program}"))
            .Where(x => tree.Find(x) is { Kind: LayerEntryKind.File or LayerEntryKind.HardLink or LayerEntryKind.SymbolicLink })
            .Select(x => ShownPath.Of(x))
            .FirstOrDefault();
}
