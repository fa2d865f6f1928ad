using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>The source is copied before the dependencies are installed: every edit installs them again.</summary>
internal sealed class SourceBeforeDependencies() : DockerfileRule("source-before-dependencies", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (var stage in file.Needed)
        {
            var installedBefore = stage.Chain().SkipLast(1).SelectMany(file.Commands).Select(x => PackageManager.Of(x.Command)).ToHashSet();
            DockerfileInstruction? source = null;
            foreach (var instruction in stage.Instructions)
            {
                if (instruction.Keyword is "COPY" or "ADD" && !instruction.Values("from").Any() && TakesSource(instruction))
                    source ??= instruction;
                foreach (var command in file.Commands(instruction))
                {
                    if (PackageManager.Of(command) is not { } installation || !installedBefore.Add(installation) || source is null)
                        continue;
                    yield return new RuleHit(
                        command.Line,
                        $"{installation.Title} installs the dependencies after line {source.FirstLine} copied the source: every edit installs them again.",
                        $"Copy {installation.Manifests} and install before line {source.FirstLine}."
                    );
                }
            }
        }
    }

    // Manifests by name are fine; the whole context, or a folder that is called as sources are, is not.
    private static bool TakesSource(DockerfileInstruction instruction)
    {
        var copy = CopyArguments.Of(instruction);
        return copy.TakesAll
            || copy.Sources.Any(x => x.TrimEnd('/') is "src" or "./src" or "app" or "./app" or "lib" or "./lib" or "cmd" or "./cmd");
    }
}
