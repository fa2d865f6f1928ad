using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>ADD where COPY does: ADD also unpacks archives and fetches addresses.</summary>
internal sealed class AddInsteadOfCopy() : DockerfileRule("add-instead-of-copy", FindingSeverity.Info)
{
    private static readonly string[] Archives = [".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".tbz2", ".txz"];

    public override IEnumerable<RuleHit> Check(CheckedDockerfile file) =>
        file
            .Dockerfile.Stages.SelectMany(x => x.Instructions)
            .Where(x => x.Keyword == "ADD" && !CopyArguments.Of(x).Sources.Any(NeedsAdd))
            .Select(x => new RuleHit(
                x.FirstLine,
                "ADD does what COPY does here, and more where a source is an archive or an address.",
                "Use COPY."
            ));

    private static bool NeedsAdd(string source) =>
        source.Contains("://", StringComparison.Ordinal)
        || source.StartsWith("git@", StringComparison.Ordinal)
        || source.Contains('$')
        || Archives.Any(x => source.EndsWith(x, StringComparison.OrdinalIgnoreCase));
}
