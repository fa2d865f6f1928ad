using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>An image of two platforms, cross-built, so that no emulation is needed; the second is the larger.</summary>
public sealed class SeveralPlatformsTests
{
    private static readonly string[] Both = ["linux/amd64", "linux/arm64"];

    [EngineTheory, OnBothStores]
    public async Task Each_platform_is_built_measured_judged_and_pushed_under_one_index(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        WriteImage(build);
        var repository = $"{Stores.Registry}/{build.Name}";

        var run = await PushAsync(build, "cold,warm", "1,latest", "--download-size", "1MB");

        run.MustEnd(0).MustSay("not run for linux/arm64 - cannot run here", $"{build.Name}: good");
        var report = build.Report();
        var platforms = report.Items("platforms");
        Assert.Equal(Both, platforms.Select(x => x.At("platform")));
        Assert.Equal(["passed", "notRun"], platforms.Select(x => x.At("tests")));
        Assert.Equal("linux/arm64", report.At("image.platform"));
        Assert.Equal(platforms[1].At("sizes.downloadBytes"), report.At("sizes.downloadBytes"));
        Assert.True(Number(platforms[0], "sizes.unpackedBytes") < Number(platforms[1], "sizes.unpackedBytes"));
        Assert.All(platforms, x => Assert.Equal(("0", "3"), (x.At("builds.cold.cachedSteps"), x.At("builds.warm.cachedSteps"))));
        Assert.All(platforms, x => Assert.Equal(x.At("builds.warm.steps"), x.At("builds.warm.cachedSteps")));
        Assert.Equal(
            Both.Select(x => $"{repository}:dockerslim-{x.Replace('/', '-')}"),
            (await build.Engine.NamesAsync(build.Name)).Order()
        );

        var digest = await RegistryContent.DigestAsync(build.Name, "1");
        Assert.Equal(digest, await RegistryContent.DigestAsync(build.Name, "latest"));
        Assert.Equal(digest, report.At("push.digest"));
        Assert.Equal(
            platforms.ToDictionary(x => x.At("platform"), x => x.At("digest")),
            await RegistryContent.PlatformsAsync(build.Name, "1")
        );

        await MeasuresWhatWasPushedAsync(repository, platforms);
    }

    [EngineTheory]
    [OnStore(Stores.Containerd, [null])]
    [OnStore(Stores.Containerd, "linux/arm64")]
    public async Task A_builder_without_an_engine_leaves_a_layout_for_each_platform_and_an_index_is_pushed_of_them(
        string store,
        string? secondNode
    )
    {
        await using var build = await UserBuild.OnAsync(store);
        await using var builder = await RemoteBuilder.OnAsync(build, secondNode);
        WriteImage(build);

        var run = await PushAsync(build, "warm", "1", "--buildx-builder", RemoteBuilder.Name);

        run.MustEnd(0);
        var platforms = build.Report().Items("platforms");
        Assert.All(platforms, x => Assert.Equal(("", "True"), (x.At("localReference"), x.At("sizes.downloadIsExact"))));
        Assert.Equal(
            platforms.ToDictionary(x => x.At("platform"), x => x.At("digest")),
            await RegistryContent.PlatformsAsync(build.Name, "1")
        );
        Assert.Equal(
            $"oci:artifacts/images/{build.Name}/platforms/linux-arm64/layout:dockerslim-linux-arm64",
            build.Report().At("image.source")
        );
        Assert.Empty(await build.Engine.NamesAsync(build.Name));
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task What_is_stated_stands_beside_each_platform_and_their_images_are_those_that_were_tested(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        WriteImage(build);

        var run = await PushAsync(
            build,
            "warm",
            "1",
            "--image-annotations",
            "org.opencontainers.image.vendor=Acme",
            "--image-attestations",
            "provenance,sbom"
        );

        run.MustEnd(0).MustSay("beside  1 annotation, attested provenance and SBOM");
        var platforms = build.Report().Items("platforms").ToDictionary(x => x.At("platform"), x => x.At("digest"));
        Assert.Equal(platforms, await RegistryContent.PlatformsAsync(build.Name, "1"));
        var stated = build.Report().Items("push.supplyChain.attestations");
        Assert.Equal(
            Both.SelectMany(x => new[] { (x, platforms[x]), (x, platforms[x]) }),
            stated.Select(x => (x.At("platform"), x.At("image"))).Order()
        );
        foreach (var platform in Both)
        {
            Assert.Equal(
                "production",
                await RegistryContent.InspectAsync(
                    build.Name,
                    "1",
                    $"{{{{(index .Provenance \"{platform}\").SLSA.invocation.parameters.args.target}}}}"
                )
            );
            Assert.Equal(
                "SPDX-2.3",
                await RegistryContent.InspectAsync(build.Name, "1", $"{{{{(index .SBOM \"{platform}\").SPDX.spdxVersion}}}}")
            );
        }
    }

    /// <summary>The index in the registry comes to the figures of the builds, and a limit between the two names the one that exceeds it.</summary>
    private static async Task MeasuresWhatWasPushedAsync(string repository, IReadOnlyList<JsonElement> built)
    {
        await using var elsewhere = UserBuild.WithoutEngine();
        var limit = Number(built[0], "sizes.downloadBytes");

        var run = await elsewhere.RunAsync([
            "MeasureImage",
            "CheckBudgets",
            "--measured-image",
            $"docker://{repository}:1",
            "--platforms",
            .. Both,
            "--image-repository",
            "acme/measured",
            "--download-size",
            $"{limit}B",
        ]);

        run.MustEnd(3).MustSay("measured (linux/arm64): download size").MustNotSay("measured (linux/amd64)");
        var report = elsewhere.Report("measured");
        Assert.Equal(built.Select(Identity), report.Items("platforms").Select(Identity));
        Assert.Equal("linux/arm64", report.Items("budget").First(x => x.At("name") == "DownloadSize").At("platform"));
        Assert.Equal(["good", "budgetExceeded"], Both.Select(x => Outcome(elsewhere, x)));
    }

    private static string Outcome(UserBuild build, string platform)
    {
        var file = build[$"artifacts/images/measured/platforms/{platform.Replace('/', '-')}/slim-report.json"];
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.At("outcome");
    }

    private static (string, string, string, string) Identity(JsonElement platform) =>
        (platform.At("platform"), platform.At("digest"), platform.At("sizes.downloadBytes"), platform.At("sizes.unpackedBytes"));

    private static long Number(JsonElement element, string path) =>
        long.Parse(element.At(path), System.Globalization.CultureInfo.InvariantCulture);

    private static Task<BuildRun> PushAsync(UserBuild build, string scenarios, string tags, params string[] options) =>
        build.RunAsync([
            "SlimImage",
            "--platforms",
            .. Both,
            "--scenarios",
            scenarios,
            "--image-repository",
            $"{Stores.Registry}/{build.Name}",
            "--push-image",
            "--image-tags",
            tags,
            .. options,
        ]);

    private static void WriteImage(UserBuild build) =>
        build.Write(
            "Dockerfile",
            $"""
            FROM --platform=$BUILDPLATFORM {StoreEngine.Base} AS build
            ENV MARK="{build.Name}"
            ARG TARGETARCH
            RUN cat /bin/cat > /program; if test "$TARGETARCH" = arm64; then cat /bin/ls >> /program; fi
            RUN echo "$TARGETARCH" > /architecture

            FROM build AS test
            RUN test -s /program

            FROM scratch AS production
            COPY --from=build /program /architecture /

            """
        );
}
