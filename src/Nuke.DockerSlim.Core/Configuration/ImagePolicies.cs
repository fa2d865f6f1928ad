namespace Nuke.DockerSlim.Configuration;

/// <summary>What an image can be forbidden to have: the words of <see cref="ImageDefinition.ForbidInImage" />.</summary>
public static class ImagePolicies
{
    /// <summary>A program that runs other programs by text.</summary>
    public const string Shell = "shell";

    /// <summary>A compiler or another tool of a build.</summary>
    public const string Compiler = "compiler";

    /// <summary>What installs packages of a system; those of languages, such as npm, are none.</summary>
    public const string PackageManager = "package-manager";

    /// <summary>That it runs as root.</summary>
    public const string Root = "root";

    /// <summary>A program that runs with the rights of its owner or group, not of who starts it.</summary>
    public const string Setuid = "setuid";

    /// <summary>A file that holds keys or passwords by its name.</summary>
    public const string KeyFile = "key-file";

    /// <summary>All of them, in the order that reports have them.</summary>
    public static IReadOnlyList<string> All { get; } = [Shell, Compiler, PackageManager, Root, Setuid, KeyFile];

    /// <summary>What is wrong with words that people wrote, whole sentences.</summary>
    /// <param name="words">They.</param>
    internal static IEnumerable<string> Problems(IEnumerable<string> words) =>
        words
            .Where(x => !All.Contains(x))
            .Distinct()
            .Select(x =>
                NearName.Find(x, All) is { } near
                    ? $"--forbid-in-image: '{x}' is nothing that can be forbidden; did you mean {near}?"
                    : $"--forbid-in-image: '{x}' is nothing that can be forbidden; use {string.Join(", ", All)}, or several."
            );
}
