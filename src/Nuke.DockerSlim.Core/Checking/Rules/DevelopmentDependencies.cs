using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>Development dependencies reach the production image.</summary>
internal sealed class DevelopmentDependencies() : DockerfileRule("development-dependencies", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (var stage in Sources(file).DistinctBy(x => x.Index))
        {
            (ShellCommand Command, string Fix)? installed = null;
            foreach (var below in stage.Chain())
            {
                foreach (var instruction in below.Instructions)
                {
                    foreach (var command in file.Commands(instruction))
                    {
                        if (IsPrune(command))
                            installed = null;
                        else if (Fix(command) is { } fix)
                            installed = IsProduction(file, below, instruction, command) ? null : (command, fix);
                    }
                }
            }
            if (installed is { } found)
                yield return new RuleHit(
                    found.Command.Line,
                    $"'{string.Join(' ', found.Command.Words)}' installs development dependencies, and they reach the production image.",
                    found.Fix
                );
        }
    }

    /// <summary>The stages whose installed dependencies reach the image: those below production, and those that it copies dependency folders from.</summary>
    private static IEnumerable<BuildStage> Sources(CheckedDockerfile file)
    {
        yield return file.Production;
        foreach (var stage in file.ProductionChain)
        foreach (var copy in stage.Instructions.Where(x => x.Keyword == "COPY"))
            if (file.Dockerfile.FindSource(copy.Values("from").FirstOrDefault(), stage) is { } source)
            {
                var folder = CheckedDockerfile.WorkingDirectory(source);
                if (
                    CopyArguments
                        .Of(copy)
                        .Sources.Select(x => ImagePath.Combine("/", x))
                        .Any(x =>
                            x.EndsWith("/node_modules", StringComparison.Ordinal)
                            || x.EndsWith("/vendor", StringComparison.Ordinal)
                            || x == folder
                            || x == "/"
                        )
                )
                    yield return source;
            }
    }

    private static string? Fix(ShellCommand command) =>
        command.Program switch
        {
            "npm" when PackageManager.Of(command) is not null =>
                "Install with npm ci --omit=dev in a stage of its own, or npm prune --omit=dev after the build.",
            "yarn" when PackageManager.Of(command) is not null && !command.Has("--production") =>
                "Install with yarn install --production (yarn workspaces focus --production) for the production stage.",
            "pnpm" when command.Is("pnpm", "install", "i") => "Install with pnpm install --prod, or pnpm prune --prod after the build.",
            "composer" when command.Is("composer", "install") => "Install with composer install --no-dev.",
            "poetry" when command.Is("poetry", "install") => "Install with poetry install --only main.",
            _ => null,
        };

    private static bool IsProduction(CheckedDockerfile file, BuildStage stage, DockerfileInstruction run, ShellCommand command) =>
        command.Has("--omit=dev", "--production", "--only=production", "--only=prod", "--prod", "-P", "--no-dev", "--only", "--without")
        || command.Words.Zip(command.Words.Skip(1)).Any(x => x is { First: "--omit", Second: "dev" })
        || command.Assignments.Contains("NODE_ENV=production")
        || NodeEnvironment(file, stage, run) == "production";

    private static bool IsPrune(ShellCommand command) => command.Is("npm", "prune") || command.Is("pnpm", "prune");

    /// <summary>What NODE_ENV is when a RUN runs: package managers leave development dependencies out when it is <c>production</c>.</summary>
    private static string? NodeEnvironment(CheckedDockerfile file, BuildStage stage, DockerfileInstruction run)
    {
        string? value = null;
        foreach (var below in stage.Chain())
        foreach (var instruction in below.Instructions)
        {
            if (below == stage && instruction.FirstLine >= run.FirstLine)
                return value;
            if (instruction.Keyword is "ENV" or "ARG")
                value = EnvironmentPairs.Of(instruction).LastOrDefault(x => x.Key == "NODE_ENV").Value ?? value;
        }
        return value;
    }
}
