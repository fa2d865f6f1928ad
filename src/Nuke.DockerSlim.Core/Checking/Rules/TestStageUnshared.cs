using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>What is tested shares no stage with what is shipped.</summary>
internal sealed class TestStageUnshared() : DockerfileRule("test-stage-unshared", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        if (file.Test is not { } test || test.Index == file.Production.Index)
            yield break;
        var production = file.ProductionNeeds.Select(x => x.Index).ToHashSet();
        if (!file.Dockerfile.Needed(test).Any(x => production.Contains(x.Index)))
            yield return new RuleHit(
                test.From.FirstLine,
                $"The test {test.Label} shares no stage with production: it tests other dependencies than those that are shipped, and installs them twice.",
                "Let both begin at one stage that installs the dependencies."
            );
    }
}
