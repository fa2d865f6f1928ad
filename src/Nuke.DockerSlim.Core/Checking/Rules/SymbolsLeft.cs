using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>A Go binary with its symbol table and debug information: about a third of it.</summary>
internal sealed class SymbolsLeft() : DockerfileRule("symbols-left", FindingSeverity.Info)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (var stage in file.ProductionNeeds)
        {
            var strips = file.Commands(stage).Any(x => x.Command.Program is "strip" or "upx");
            var flags =
                stage
                    .Instructions.Where(x => x.Keyword is "ENV" or "ARG")
                    .SelectMany(EnvironmentPairs.Of)
                    .FirstOrDefault(x => x.Key == "GOFLAGS")
                    .Value
                ?? "";
            foreach (var (_, command) in file.Commands(stage))
                if (
                    command.Is("go", "build", "install")
                    && !strips
                    && !Strips(string.Join(' ', command.Words.Concat(command.Assignments).Append(flags)))
                )
                    yield return new RuleHit(
                        command.Line,
                        "The binary keeps its symbol table and debug information.",
                        "Build with -ldflags=\"-s -w\" (and -trimpath)."
                    );
        }
    }

    // -s leaves out both; a variable may hold anything.
    private static bool Strips(string words) =>
        words.Contains("ldflags", StringComparison.Ordinal) && (words.Contains("-s", StringComparison.Ordinal) || words.Contains('$'));
}
