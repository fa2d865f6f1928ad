namespace Nuke.DockerSlim.Components;

/// <summary>The parameters of ours, grouped; a test holds that none is missing.</summary>
internal static class ParameterGroups
{
    /// <summary>The groups, those that are needed first first.</summary>
    public static IReadOnlyList<ParameterGroup> All { get; } =
    [
        new(
            "Which image",
            ("only-image", "shop,worker"),
            ("image-repository", "ghcr.io/acme/shop"),
            ("dockerfile", "src/shop/Dockerfile"),
            ("build-context", "src/shop"),
            ("production-stage", "final"),
            ("test-stage", "unit-tests"),
            ("allow-untested", ""),
            ("platforms", "linux/amd64,linux/arm64"),
            ("dry-run", "")
        ),
        new(
            "Limits: sizes in MB or MiB (1 MB = 1,000,000 B), times in h, m, s and ms",
            ("download-size", "80MB"),
            ("unpacked-size", "200MB"),
            ("cold-build", "4m30s"),
            ("warm-build", "5s"),
            ("edited-build", "10s"),
            ("package-count", "60"),
            ("budget-limits", "own-unpacked-size=20MB shop:cold-build=90s"),
            ("soft-limits", "download-size=70MB"),
            ("ratchet-budget", ""),
            ("raise-reason", "\"new PDF export\"")
        ),
        new(
            "What it is held against: growth in % or in units",
            ("baseline-ref", "origin/main..."),
            ("baseline-image", "ghcr.io/acme/shop:main"),
            ("baseline-report", "slim-report.json"),
            ("baseline-folder", "reports"),
            ("baseline-age", "30d"),
            ("size-growth", "2%"),
            ("time-growth", "10%"),
            ("growth-floor", "100kB"),
            ("history-count", "20"),
            ("history-from", "downloads")
        ),
        new(
            "How it is built and timed",
            ("scenarios", "cold,warm,edited"),
            ("build-rounds", "3"),
            ("max-build-rounds", "5"),
            ("edited-file", "src/main.ts"),
            ("parallel-images", "4"),
            ("fresh-builder", "fresh"),
            ("build-args", "VERSION=1.4.2"),
            ("build-secrets", "id=npm,src=.npmrc"),
            ("source-epoch", "commit"),
            ("rewrite-timestamps", ""),
            ("ssh-agents", "default"),
            ("image-labels", "team=shop"),
            ("network-mode", "none"),
            ("buildx-builder", "remote"),
            ("cache-from", "type=registry,ref=ghcr.io/acme/cache:{image}"),
            ("cache-to", "type=registry,ref=ghcr.io/acme/cache:{image}")
        ),
        new("Tests", ("test-command", "\"npm test\""), ("test-results", "/app/test-results")),
        new(
            "Does it still run: times in m and s",
            ("smoke-image", ""),
            ("smoke-url", "http://:8080/health"),
            ("smoke-log", "\"listening on\""),
            ("smoke-command", "\"node --version\""),
            ("smoke-exit-code", "0"),
            ("smoke-environment", "PORT=8080"),
            ("smoke-time-limit", "1m")
        ),
        new(
            "What is checked and searched for",
            ("ignored-rules", "root-user"),
            ("error-rules", "unpinned-base"),
            ("forbid-in-image", "shell,compiler"),
            ("scan-image", ""),
            ("scan-severity", "high"),
            ("sarif-file", "slim.sarif"),
            ("sbom-file", "sbom.json"),
            ("apply-advice", "")
        ),
        new(
            "An image that exists already: bandwidth in bit/s or B/s",
            ("measured-image", "docker://ghcr.io/acme/shop:1.4"),
            ("compared-image", "docker://ghcr.io/acme/shop:1.3"),
            ("pull-bandwidth", "100Mbit/s")
        ),
        new(
            "Pushing",
            ("push-image", ""),
            ("image-tags", "1.4.2,latest"),
            ("also-push-to", "docker.io/acme/shop"),
            ("immutable-tags", "v*,*.*.*"),
            ("keep-candidates", ""),
            ("attach-report", "false"),
            ("annotate-image", ""),
            ("image-annotations", "org.opencontainers.image.vendor=Acme"),
            ("image-attestations", "provenance,sbom"),
            ("sign-image", ""),
            ("signing-key", "env://SIGNING_KEY")
        ),
        new(
            "The comment on a pull request",
            ("comment-when", "changed"),
            ("require-comment", ""),
            ("review-suggestions", ""),
            ("report-folder", "artifacts/images")
        ),
    ];
}
