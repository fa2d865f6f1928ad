using System.Text.RegularExpressions;
using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Advising.Edits;

/// <summary>Mounts a cache where packages are downloaded: none of it stays in a layer, and the next installation finds it.</summary>
internal sealed partial class CacheMounts()
    : AdviceEdit(
        "Mount a cache for the downloads of package managers",
        "missing-cache-mount",
        "package-cache-left",
        "residue-npm-cache",
        "residue-yarn-cache",
        "residue-pip-cache"
    )
{
    // Where the project file leaves the downloads; the others keep packages there that later lines run with, so a mount on one line alone breaks them.
    private static readonly string[] Downloads = ["npm", "yarn", "pip", "composer install"];

    private protected override AdvisedImage? Edit(AdvisedDockerfile file)
    {
        foreach (var stage in file.Checked.Needed)
        foreach (var run in stage.Instructions.Where(x => x.Keyword == "RUN" && CanMount(x)))
            if (Targets(file, stage, run) is [var target])
                file.Lines.ReplaceOnce(run, Keyword(), $"$0 --mount=type=cache,target={target}");
            else if (ToolOf(file, stage, run) is { Count: > 0 } store)
                file.Lines.ReplaceOnce(run, Keyword(), "$0" + string.Concat(store.Select(x => $" --mount=type=cache,target={x}")));
        return With(file);
    }

    private bool CanMount(DockerfileInstruction run) =>
        !MountFlag.Of(run).Any(x => x.Type is "cache" or "tmpfs")
        && !Rules.Any(x => run.IgnoredRules.Contains(x, StringComparer.OrdinalIgnoreCase));

    private static string[] Targets(AdvisedDockerfile file, BuildStage stage, DockerfileInstruction run)
    {
        var commands = file.Checked.Commands(run);
        // Who cleans up in the same line has no use for it, and would empty the cache.
        if (
            commands.Any(x =>
                x.Is("npm", "cache") || x.Is("yarn", "cache") || x.Has("--no-cache-dir", "--cache", "--cache-folder", "--offline")
            )
            || AdvisedDockerfile.HasOtherUser(stage, run)
            || AdvisedDockerfile.Sets(stage, run, "HOME", "npm_config_cache", "PIP_NO_CACHE_DIR", "PIP_CACHE_DIR", "YARN_CACHE_FOLDER")
            || file.Image.Has(".yarnrc.yml")
        )
            return [];
        return
        [
            .. commands
                .Select(PackageManager.Of)
                .OfType<PackageManager>()
                .Where(x => Downloads.Contains(x.Title))
                .Select(x => x.CacheTarget)
                .Distinct(),
        ];
    }

    /// <summary>
    /// The caches of a tool that runs with what it keeps there: mounted on each line that calls it, and only in stages whose layers are not the image's.
    /// </summary>
    private static IReadOnlyList<string> ToolOf(AdvisedDockerfile file, BuildStage stage, DockerfileInstruction run)
    {
        if (file.Checked.ProductionChain.Contains(stage) || AdvisedDockerfile.HasOtherUser(stage, run))
            return [];
        var commands = file.Checked.Commands(run);
        var official = stage.Chain()[0].Base ?? "";
        if (
            commands.Any(x => x.Program == "go")
            && official.Contains("golang", StringComparison.Ordinal)
            && !Sets("GOPATH", "GOMODCACHE", "GOCACHE")
        )
            return ["/go/pkg/mod", "/root/.cache/go-build"];
        return
            commands.Any(x => x.Program == "dotnet")
            && official.Contains("dotnet/sdk", StringComparison.Ordinal)
            && !Sets("NUGET_PACKAGES", "HOME")
            ? ["/root/.nuget/packages"]
            : [];

        bool Sets(params string[] names) => AdvisedDockerfile.Sets(stage, run, names);
    }

    [GeneratedRegex(@"^\s*RUN(?=\s|\\)", RegexOptions.IgnoreCase)]
    private static partial Regex Keyword();
}
