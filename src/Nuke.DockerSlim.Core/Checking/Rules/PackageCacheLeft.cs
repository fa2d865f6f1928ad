using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>A language's package manager leaves its downloads in a layer of the image.</summary>
internal sealed class PackageCacheLeft() : DockerfileRule("package-cache-left", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (var stage in file.ProductionChain)
        {
            var environment = stage
                .Instructions.Where(x => x.Keyword == "ENV")
                .SelectMany(EnvironmentPairs.Of)
                .Select(x => x.Key)
                .ToHashSet();
            foreach (var run in stage.Instructions.Where(x => !MountFlag.Of(x).Any(y => y.Type is "cache" or "tmpfs")))
            {
                var commands = file.Commands(run);
                foreach (var command in commands)
                    if (Left(command, commands, environment) is { } fix)
                        yield return new RuleHit(
                            command.Line,
                            $"The downloads of '{string.Join(' ', command.Words.Take(2))}' stay in this layer.",
                            fix
                        );
            }
        }
    }

    private static string? Left(ShellCommand command, IReadOnlyList<ShellCommand> all, HashSet<string> environment)
    {
        if (PackageManager.IsPip(command))
            return command.Has("--no-cache-dir") || environment.Contains("PIP_NO_CACHE_DIR") || Removes(all, ".cache")
                ? null
                : "Add --no-cache-dir, or mount a cache: RUN --mount=type=cache,target=/root/.cache/pip ...";
        if (command.Is("npm", "ci", "install", "i", "clean-install"))
            return all.Any(x => x.Is("npm", "cache")) || Removes(all, ".npm") || command.Has("--cache")
                ? null
                : "Mount a cache: RUN --mount=type=cache,target=/root/.npm ...";
        if (command.Is("dotnet", "restore", "publish", "build"))
            return Removes(all, ".nuget") ? null : "Publish in a builder stage, and copy the output from there.";
        return null;
    }

    private static bool Removes(IReadOnlyList<ShellCommand> commands, string folder) =>
        commands.Any(x => x.Program == "rm" && x.Words.Any(y => y.Contains(folder, StringComparison.Ordinal)));
}
