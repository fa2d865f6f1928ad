using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>The whole work directory of another stage comes along: sources, tests and development dependencies with it.</summary>
internal sealed class WholeDirectoryCopied() : DockerfileRule("whole-directory-copied", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (var stage in file.ProductionChain)
        foreach (var copy in stage.Instructions.Where(x => x.Keyword == "COPY"))
        {
            if (file.Dockerfile.FindSource(copy.Values("from").FirstOrDefault(), stage) is not { } source || IsMadeForIt(source))
                continue;
            var folder = CheckedDockerfile.WorkingDirectory(source);
            foreach (var path in CopyArguments.Of(copy).Sources.Where(x => !x.Contains('$')))
                if (ImagePath.Combine("/", path) is "/" || (folder != "/" && ImagePath.Combine("/", path.TrimEnd('*')) == folder))
                    yield return new RuleHit(
                        copy.FirstLine,
                        $"It copies all of {path} from {source.Label}, where the build works: its sources, caches and development dependencies come along.",
                        "Copy only what production runs, such as the compiled output and the production dependencies."
                    );
        }
    }

    // A stage that neither compiles nor takes the source in, or one from scratch, is there to be copied as a whole.
    private static bool IsMadeForIt(BuildStage source) =>
        source.Base == "scratch"
        || !source.Chain().SelectMany(x => x.Instructions).Any(x => x.Keyword is "COPY" or "ADD" && !x.Values("from").Any());
}
