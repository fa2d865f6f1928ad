using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>No ignore file, and the whole context is copied: history, dependencies and secrets of the working copy go into the build.</summary>
internal sealed class DockerignoreMissing() : DockerfileRule("dockerignore-missing", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        if (file.Context is { IgnoreFile: null } && BroadCopy.Find(file) is { } copy)
            yield return new RuleHit(
                copy.FirstLine,
                "There is no .dockerignore, and this line takes in everything that lies in the context.",
                "Add a .dockerignore with .git, node_modules, bin, obj, dist, .env and logs, or whatever of them is there."
            );
    }
}
