using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>An installation without a cache mount: a changed lock file downloads everything again.</summary>
internal sealed class MissingCacheMount() : DockerfileRule("missing-cache-mount", FindingSeverity.Info)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (var (run, command) in file.Needed.SelectMany(file.Commands))
            if (!MountFlag.Of(run).Any(x => x.Type == "cache") && !command.Has("--offline", "--no-index") && Cache(command) is { } cache)
                yield return new RuleHit(
                    command.Line,
                    $"{cache.What} keeps no cache between builds: a changed lock file or source does all of it again.",
                    $"RUN --mount=type=cache,target={cache.Target} ..."
                );
    }

    private static (string What, string Target)? Cache(ShellCommand command) =>
        PackageManager.Of(command) is { } installation ? ($"'{string.Join(' ', command.Words.Take(2))}'", installation.CacheTarget)
        : command.Is("go", "build", "install") ? ("'go build'", "/root/.cache/go-build")
        : command.Is("cargo", "build") ? ("'cargo build'", "/usr/local/cargo/registry")
        : command.Is("dotnet", "publish", "build") && !command.Has("--no-restore")
            ? ($"'dotnet {command.Words[1]}'", "/root/.nuget/packages")
        : command.Program is "mvn" or "mvnw" ? ("Maven", "/root/.m2")
        : command.Program is "gradle" or "gradlew" ? ("Gradle", "/root/.gradle")
        : null;
}
