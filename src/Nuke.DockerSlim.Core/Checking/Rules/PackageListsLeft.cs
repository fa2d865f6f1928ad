using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>Package lists or caches of a system's package manager stay in a layer of the image.</summary>
internal sealed class PackageListsLeft() : DockerfileRule("package-lists-left", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (var run in file.ProductionChain.SelectMany(x => x.Instructions))
        {
            var commands = file.Commands(run);
            var mounted = MountFlag.Of(run).Where(x => x.Type is "cache" or "tmpfs").Select(x => x.Target?.TrimEnd('/')).ToArray();
            foreach (var command in commands)
                if (Left(command, commands, mounted) is { } left)
                    yield return new RuleHit(command.Line, left.Message, left.Fix);
        }
    }

    private static (string Message, string Fix)? Left(ShellCommand command, IReadOnlyList<ShellCommand> all, string?[] mounted) =>
        command.Program switch
        {
            "apt-get" or "apt" when command.Operands.FirstOrDefault() == "update" => mounted.Any(x =>
                x is "/var/lib/apt" or "/var/lib/apt/lists"
            ) || all.Any(x => Removes(x, "/var/lib/apt/lists"))
                ? null
                : ("The package lists of apt stay in this layer.", "End the same RUN with rm -rf /var/lib/apt/lists/*."),
            "apk" when command.Is("apk", "add", "update") && !command.Has("--no-cache") => mounted.Any(x =>
                x is "/var/cache/apk" or "/etc/apk/cache"
            ) || all.Any(x => Removes(x, "/var/cache/apk"))
                ? null
                : ("The package index of apk stays in this layer.", "Use apk add --no-cache."),
            "dnf" or "yum" or "microdnf" when command.Operands.FirstOrDefault() is "install" or "update" or "upgrade" => mounted.Any(x =>
                x is "/var/cache/dnf" or "/var/cache/yum" or "/var/cache/libdnf5"
            )
            || all.Any(x => x.Program == command.Program && x.Operands.FirstOrDefault() == "clean")
            || all.Any(x => Removes(x, "/var/cache"))
                ? null
                : ($"The caches of {command.Program} stay in this layer.", $"End the same RUN with {command.Program} clean all."),
            _ => null,
        };

    private static bool Removes(ShellCommand command, string folder) =>
        command.Program is "rm" or "find" && command.Words.Any(x => x.StartsWith(folder, StringComparison.Ordinal));
}
