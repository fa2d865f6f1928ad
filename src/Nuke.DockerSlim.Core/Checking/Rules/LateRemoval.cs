using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>Files are removed in a later layer than the one that brought them: they stay in the image.</summary>
internal sealed class LateRemoval() : DockerfileRule("late-removal", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        var layers = file.ProductionChain.SelectMany(x => x.Instructions).Where(x => x.Keyword is "RUN" or "COPY" or "ADD").ToArray();
        foreach (var (i, run) in layers.Index().Where(x => x.Item.Keyword == "RUN"))
        {
            var commands = file.Commands(run);
            // A RUN that does nothing but remove can only remove what lies below it.
            if (i > 0 && commands.Count > 0 && commands.All(IsRemoval))
                yield return new RuleHit(
                    run.FirstLine,
                    "It removes what earlier lines brought: the bytes stay in their layers, and the image gets no smaller.",
                    "Remove it in the RUN that makes it, or don't copy it."
                );
        }
    }

    private static bool IsRemoval(ShellCommand command) =>
        command.Program is "rm" or "rmdir"
        || (
            command.Program is "apt-get" or "apt" or "yum" or "dnf"
            && command.Operands.FirstOrDefault() is "clean" or "remove" or "purge" or "autoremove"
        )
        || command.Is("apk", "del")
        || (command.Is("npm", "cache") && command.Words.Contains("clean"));
}
