using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>A base image without a tag, or with <c>latest</c>: tomorrow's build is of something else.</summary>
internal sealed class UnpinnedBase() : DockerfileRule("unpinned-base", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (var stage in file.Dockerfile.Stages)
            if (stage is { HasImage: true, Base: { } name } && IsUnpinned(name))
                yield return Hit(stage.From.FirstLine, name);
        foreach (var stage in file.Dockerfile.Stages)
        foreach (var instruction in stage.Instructions.Where(x => x.Keyword is "COPY" or "RUN"))
        foreach (var source in instruction.Sources)
            // Without a slash or a colon it may be a context given to the build by name.
            if (
                source.AsSpan().ContainsAny('/', ':')
                && !source.Contains('$')
                && file.Dockerfile.FindSource(source, stage) is null
                && IsUnpinned(source)
            )
                yield return Hit(instruction.FirstLine, source);
    }

    private static RuleHit Hit(int line, string name) =>
        new(
            line,
            name.EndsWith(":latest", StringComparison.Ordinal)
                ? $"The base image {name} is a moving one: the tag 'latest' changes."
                : $"The base image {name} has no tag, which means 'latest': it changes.",
            "Name a version, and for builds that repeat its digest (image:1.2@sha256:...)."
        );

    private static bool IsUnpinned(string name)
    {
        if (name == "scratch" || name.Contains('@') || name.Contains("://", StringComparison.Ordinal))
            return false;
        var last = name[(name.LastIndexOf('/') + 1)..];
        return !last.Contains(':') || last.EndsWith(":latest", StringComparison.Ordinal);
    }
}
