namespace Nuke.DockerSlim.Advising;

/// <summary>
/// Which files an image may lack after an edit. Tests run in the builder and cannot see what production lacks; what is gone and is none of what
/// the edit is there to remove would be found out when the service needs it.
/// </summary>
internal static class KeptFiles
{
    private static readonly string[] Caches =
    [
        "root/.npm/",
        "root/.cache/pip/",
        "root/.cache/node/",
        "root/.cache/yarn/",
        "root/.local/share/pnpm/",
        "root/.composer/",
        "usr/local/share/.cache/",
        "tmp/",
    ];

    /// <summary>Whether a file is one that installing packages leaves, or a package's own: what is needed of these the package manager knows.</summary>
    /// <param name="path">The file, without a leading slash.</param>
    public static bool IsOfInstallation(string path) =>
        path.StartsWith("node_modules/", StringComparison.Ordinal)
        || path.Contains("/node_modules/", StringComparison.Ordinal)
        || Array.Exists(Caches, x => path.StartsWith(x, StringComparison.Ordinal));

    /// <summary>What an image lacks that it should not, in a few words; null for nothing.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="before">The files before it.</param>
    /// <param name="after">The files after it.</param>
    public static string? Objection(AdviceEdit edit, IReadOnlySet<string> before, IReadOnlySet<string> after)
    {
        string[] lost = [.. before.Where(x => !after.Contains(x) && !edit.MayLose(x)).Order(StringComparer.Ordinal)];
        return lost.Length switch
        {
            0 => null,
            1 => $"the image would lack /{lost[0]}",
            _ => $"the image would lack /{lost[0]} and {lost.Length - 1} more {(lost.Length == 2 ? "file" : "files")}",
        };
    }
}
