using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Measuring;

/// <summary>
/// The order that would have kept an installation of dependencies in the cache: its own files first, the rest of the context behind it. Said only where
/// the installation is known to read no more than those files.
/// </summary>
/// <param name="dockerfile">The Dockerfile.</param>
/// <param name="ignored">What the builder leaves out of the context.</param>
/// <param name="read">The text of a file of the context; null when there is none.</param>
internal sealed class CacheAdvice(Dockerfile dockerfile, PathPatterns ignored, Func<string, string?> read)
{
    /// <summary>What to do about a line that ran again behind a copy of an edited file.</summary>
    /// <param name="run">The RUN line.</param>
    /// <param name="copy">The line that took the file in.</param>
    /// <param name="source">What of the context it takes.</param>
    /// <param name="edited">The file.</param>
    /// <returns>The advice, and whether it saves all of the line; null when there is none.</returns>
    public (string Text, bool SavesAll)? For(DockerfileInstruction run, DockerfileInstruction copy, ContextRead source, string edited)
    {
        var folder = StageFolders.At(dockerfile, run);
        var (installations, savesAll) = (new List<string>(), true);
        foreach (var command in ShellScript.Sequence(run))
        {
            if (command.Words is ["cd", var path])
                folder = StageFolders.Join(folder, path);
            else if (SeparateInstallation.Of(command) is { } installation && Text(installation, folder, copy, source, edited) is { } text)
                (installations, savesAll) = ([.. installations, text], savesAll && installation.IsSame);
            else
                savesAll &= SeparateInstallation.IsHarmless(command);
        }
        return installations.Count > 0 ? ($"{string.Join("; ", installations)} before line {copy.FirstLine}", savesAll) : null;
    }

    private string? Text(SeparateInstallation installation, string folder, DockerfileInstruction copy, ContextRead source, string edited)
    {
        var own = installation.Command;
        if (installation.Reads is not { } reads)
            return $"run {own}";
        if (reads.Kind is { } kind)
            return IsProjectFile(edited) ? null : $"copy {kind}, and run {own}";
        // Where the installation runs, seen from the context.
        if (
            Root(source.Source, edited) is not { } root
            || StageFolders.Below(StageFolders.Filled(dockerfile, copy), folder) is not { } below
        )
            return null;
        var files = reads.Names.Select(x => StageFolders.Join(StageFolders.Join(root, below), x)).ToArray();
        if (files.Contains(edited))
            return null;
        (string Path, string Text)[] there =
        [
            .. files.Where(x => !ignored.Match(x)).Select(x => (x, read(x)!)).Where(x => x.Item2 is not null),
        ];
        return there.Length > 0 && there[0].Path == files[0] && !there.Any(x => reads.Unless.Any(x.Text.Contains))
            ? $"copy {List(there.Select(x => x.Path))}, and run {own}"
            : null;
    }

    // A file is copied into the folder that a folder is copied as.
    private static string? Root(string source, string edited)
    {
        var root = source == edited || source.Contains('*') ? source[..Math.Max(0, source.LastIndexOf('/'))] : source;
        return root.Contains('*') ? null : root;
    }

    private static bool IsProjectFile(string path) =>
        path.EndsWith("proj", StringComparison.Ordinal)
        || path.EndsWith(".props", StringComparison.Ordinal)
        || path.EndsWith(".targets", StringComparison.Ordinal)
        || path.EndsWith(".sln", StringComparison.Ordinal)
        || path.EndsWith(".slnx", StringComparison.Ordinal)
        || path.EndsWith("packages.lock.json", StringComparison.Ordinal)
        || path.EndsWith("nuget.config", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith("global.json", StringComparison.Ordinal);

    private static string List(IEnumerable<string> names) =>
        names.ToArray() switch
        {
            [var only] => only,
            [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
            _ => "",
        };
}
