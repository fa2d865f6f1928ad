using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>A stage that others take from has no name: its number changes with every stage put before it.</summary>
internal sealed class UnnamedStage() : DockerfileRule("unnamed-stage", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        // The last stage of all may go without: nothing can refer to it.
        foreach (var stage in file.Dockerfile.Stages.SkipLast(1).Where(x => x.Name is null))
            yield return new RuleHit(
                stage.From.FirstLine,
                $"Stage {stage.Index} has no name.",
                "Name it (FROM ... AS name), and use the name in COPY --from and --target."
            );
        foreach (var instruction in file.Dockerfile.Stages.SelectMany(x => x.Instructions))
        foreach (var source in instruction.Sources.Where(x => x.Length > 0 && x.All(char.IsAsciiDigit)))
            yield return new RuleHit(
                instruction.FirstLine,
                $"It takes files from stage {source} by number, which another stage put before it would change.",
                "Name the stage and use its name."
            );
    }
}
