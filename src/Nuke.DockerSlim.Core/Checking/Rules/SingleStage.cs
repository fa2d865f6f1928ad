using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>The image is compiled where it runs: everything that compiling needs is in it.</summary>
internal sealed class SingleStage() : DockerfileRule("single-stage", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (var (_, command) in file.ProductionChain.Reverse().SelectMany(file.Commands))
            if (IsCompilation(command))
            {
                yield return new RuleHit(
                    command.Line,
                    $"'{string.Join(' ', command.Words.Take(3))}' compiles in a stage that production is made of: compiler, sources and development dependencies are in the image.",
                    "Compile in a builder stage, and COPY --from=builder only its output into a production stage of its own."
                );
                yield break;
            }
    }

    private static bool IsCompilation(ShellCommand command) =>
        command.Program
            is "tsc"
                or "webpack"
                or "vite"
                or "esbuild"
                or "gcc"
                or "g++"
                or "make"
                or "cmake"
                or "mvn"
                or "mvnw"
                or "gradle"
                or "gradlew"
                or "javac"
        || (command.Is("npm", "run") && command.Operands.ElementAtOrDefault(1) is "build" or "compile")
        || (command.Program is "yarn" or "pnpm" && command.Operands.Any(x => x == "build"))
        || (command.Program == "npx" && command.Operands.FirstOrDefault() is "tsc" or "webpack" or "vite")
        || command.Is("go", "build", "install")
        || command.Is("cargo", "build", "install")
        || command.Is("dotnet", "build", "publish");
}
