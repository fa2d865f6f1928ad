using System.Text.RegularExpressions;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>Production stands on a base that is known to be heavy, where a slim one is known.</summary>
internal sealed partial class HeavyBase() : DockerfileRule("heavy-base", FindingSeverity.Warning)
{
    // Repository (without docker.io/library), what its tag must not contain, what to use instead.
    private static readonly (string Repository, string[] Slim, string Instead)[] Known =
    [
        ("node", ["slim", "alpine"], "node:VERSION-slim or node:VERSION-alpine"),
        ("python", ["slim", "alpine"], "python:VERSION-slim"),
        ("ruby", ["slim", "alpine"], "ruby:VERSION-slim"),
        ("php", ["alpine"], "php:VERSION-fpm-alpine"),
        ("perl", ["slim"], "perl:VERSION-slim"),
        ("golang", [], "scratch or gcr.io/distroless/static with the binary copied from the builder"),
        ("rust", [], "debian:VERSION-slim, or scratch for a static binary, with the binary copied from the builder"),
        ("gcc", [], "debian:VERSION-slim with the binary copied from the builder"),
        ("maven", [], "eclipse-temurin:VERSION-jre or gcr.io/distroless/java with the jar copied from the builder"),
        ("gradle", [], "eclipse-temurin:VERSION-jre or gcr.io/distroless/java with the jar copied from the builder"),
        ("openjdk", ["jre", "slim", "alpine"], "eclipse-temurin:VERSION-jre"),
        ("eclipse-temurin", ["jre"], "eclipse-temurin:VERSION-jre"),
        ("amazoncorretto", ["headless", "alpine"], "amazoncorretto:VERSION-alpine, or a runtime made with jlink"),
        (
            "mcr.microsoft.com/dotnet/sdk",
            [],
            "mcr.microsoft.com/dotnet/aspnet (runtime, or runtime-deps for a self-contained application), chiseled where possible"
        ),
        ("debian", ["slim"], "debian:VERSION-slim"),
        ("buildpack-deps", [], "debian:VERSION-slim"),
    ];

    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        var lowest = file.ProductionChain[0];
        if (lowest.Base is not { } name)
            yield break;
        var repository = OfficialPrefix().Replace(name.Split('@')[0], "");
        var colon = repository.LastIndexOf(':');
        var tag = colon > repository.LastIndexOf('/') ? repository[(colon + 1)..] : "";
        repository = tag.Length > 0 ? repository[..colon] : repository;
        foreach (var known in Known)
            if (known.Repository == repository && !known.Slim.Any(x => tag.Contains(x, StringComparison.Ordinal)))
                yield return new RuleHit(
                    lowest.From.FirstLine,
                    $"Production stands on {name}, which holds much more than a service needs to run.",
                    $"Use {known.Instead}."
                );
    }

    [GeneratedRegex("^(?:(?:index\\.)?docker\\.io/)?(?:library/)?")]
    private static partial Regex OfficialPrefix();
}
