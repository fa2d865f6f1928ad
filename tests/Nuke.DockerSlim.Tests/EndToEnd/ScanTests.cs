using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Scanners of vulnerabilities, stood in for by programs of these names that write what the real ones write.</summary>
public sealed class ScanTests
{
    [EngineTheory, OnBothStores]
    public async Task What_a_scanner_finds_withholds_the_push(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        Install(
            build,
            "grype",
            """
            test "$1" = "docker:REPOSITORY:dockerslim" || { echo "asked for $1" >&2; exit 1; }
            echo '{"matches":[{"vulnerability":{"id":"CVE-1","severity":"High","fix":{"versions":[]}},"artifact":{"name":"a","version":"1","locations":[]}}]}'
            """.Replace("REPOSITORY", $"{Stores.Registry}/{build.Name}", StringComparison.Ordinal)
        );
        string[] push = ["--image-repository", $"{Stores.Registry}/{build.Name}", "--push-image", "--image-tags", "ci", "--scan-image"];

        (await build.SlimAsync(push))
            .MustEnd(3)
            .MustSay(
                "grype found 1 vulnerability of severity high or worse in the image: CVE-1 (high) in a 1, not mended yet",
                "was not pushed"
            );
        Assert.Equal(("policyFailed", "1"), (build.Report().At("outcome"), build.Report().At("scan.high")));
        Assert.Null(await RegistryContent.DigestAsync(build.Name, "ci"));

        (await build.SlimAsync([.. push, "--scan-severity", "critical"])).MustEnd(0).MustSay("grype found 1 high");
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task Without_a_scanner_asking_for_one_is_an_error_before_anything_is_built(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        (await build.SlimAsync("--scan-image")).MustEnd(1).MustSay("none of trivy and grype is installed").MustNotSay("unpacked size");

        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_scanner_that_fails_ends_the_run_in_4_with_its_last_words(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        Install(build, "trivy", "echo 'FATAL no database' >&2; exit 1");

        (await build.SlimAsync("--scan-image")).MustEnd(4).MustSay("trivy did not scan the image (exit code 1)", "FATAL no database");
        Assert.Equal("", build.Report().At("scan"));
    }

    private static void Install(UserBuild build, string name, string script)
    {
        build.Write($"programs/{name}", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(build[$"programs/{name}"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        build.Environment["PATH"] = $"{build["programs"]}:{Environment.GetEnvironmentVariable("PATH")}";
    }
}
