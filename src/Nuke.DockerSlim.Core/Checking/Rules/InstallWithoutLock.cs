using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>Dependencies are installed without holding to the lock file: two builds may hold different ones.</summary>
internal sealed class InstallWithoutLock() : DockerfileRule("install-without-lock", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (var (_, command) in file.Dockerfile.Stages.SelectMany(file.Commands))
            if (Instead(command) is { } fix)
                yield return new RuleHit(
                    command.Line,
                    $"'{string.Join(' ', command.Words)}' may install other versions than the lock file names.",
                    $"Use '{fix}', and commit the lock file."
                );
    }

    private static string? Instead(ShellCommand command) =>
        command.Program switch
        {
            "npm" when command.Is("npm", "install", "i") && PackageManager.Of(command) is not null => "npm ci",
            "yarn" when command.Is("yarn", "install") && !command.Has("--frozen-lockfile", "--immutable") => "yarn install --immutable",
            "pnpm"
                when command.Is("pnpm", "install", "i")
                    && !command.Operands.Skip(1).Any()
                    && !command.Has("--frozen-lockfile", "-g", "--global") => "pnpm install --frozen-lockfile",
            _ => null,
        };
}
