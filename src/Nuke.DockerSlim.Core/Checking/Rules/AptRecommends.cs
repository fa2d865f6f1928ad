using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>apt installs what packages merely recommend.</summary>
internal sealed class AptRecommends() : DockerfileRule("apt-recommends", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        var instructions = file.ProductionChain.SelectMany(x => x.Instructions);
        foreach (var run in instructions)
        {
            // Said once in apt's configuration, it holds for the rest.
            if (run.Arguments.Contains("APT::Install-Recommends", StringComparison.OrdinalIgnoreCase))
                yield break;
            foreach (var command in file.Commands(run))
                if (
                    command.Program is "apt-get" or "apt"
                    && command.Operands.FirstOrDefault() == "install"
                    && !command.Words.Contains("--no-install-recommends")
                )
                    yield return new RuleHit(
                        command.Line,
                        "apt installs recommended packages, too, which the ones named do not need.",
                        "Add --no-install-recommends, and name what is really needed."
                    );
        }
    }
}
