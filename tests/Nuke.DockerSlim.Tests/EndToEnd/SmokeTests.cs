using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Images that are started before they are pushed.</summary>
public sealed class SmokeTests
{
    [EngineTheory, OnStore(Stores.Classic)]
    public async Task An_image_that_lacks_a_file_ends_in_2_names_the_stage_that_has_it_and_is_not_pushed(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Write(
            "Dockerfile",
            $"""
            FROM {StoreEngine.Base} AS build
            ENV MARK={build.Name}
            RUN mkdir -p /app && echo {build.Name} > /app/words

            FROM {StoreEngine.Base} AS production
            COPY --from=build /bin/ls /app/ls
            CMD ["/bin/cat", "/app/words"]

            """
        );
        string[] options =
        [
            "SlimImage",
            "--image-repository",
            $"{Stores.Registry}/{build.Name}",
            "--push-image",
            "--image-tags",
            "ci",
            "--scenarios",
            "warm",
            "--allow-untested",
        ];

        var run = await build.RunAsync([.. options, "--smoke-exit-code", "0"]);

        run.MustEnd(2)
            .MustSay(
                "it ended with exit code 1 where 0 was expected",
                "COPY --from=build /app/words /app/words",
                $"{build.Name} was not pushed: the image does not run as it should"
            );
        Assert.Equal(("failed", "smokeFailed"), (build.Report().At("smoke.status"), build.Report().At("outcome")));
        Assert.Null(await RegistryContent.DigestAsync(build.Name, "ci"));

        (await build.RunAsync([.. options, "--smoke-exit-code", "1", "--smoke-log", "No such file"])).MustEnd(0);
        Assert.Equal(("passed", "good"), (build.Report().At("smoke.status"), build.Report().At("outcome")));
        Assert.NotNull(await RegistryContent.DigestAsync(build.Name, "ci"));
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task What_nothing_asks_for_is_skipped(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        (await build.SlimAsync()).MustEnd(0).MustNotSay("does not run");
        Assert.Equal("notRun", build.Report().At("smoke.status"));

        // By its own name it is to do something, and the image has no HEALTHCHECK.
        (await build.RunAsync("SmokeImage"))
            .MustEnd(1)
            .MustSay("has no HEALTHCHECK", "--smoke-url");
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task Of_several_platforms_the_one_that_runs_here_is_started(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Write(
            "Dockerfile",
            $"""
            FROM --platform=$BUILDPLATFORM {StoreEngine.Base} AS build
            ENV MARK={build.Name}
            ARG TARGETARCH
            RUN echo "$TARGETARCH" > /architecture

            FROM scratch AS production
            COPY --from=build / /
            CMD ["/bin/cat", "/architecture"]

            """
        );

        var run = await build.RunAsync(
            "SlimImage",
            "--image-repository",
            $"acme/{build.Name}",
            "--platforms",
            "linux/arm64,linux/amd64",
            "--scenarios",
            "warm",
            "--allow-untested",
            "--smoke-log",
            "amd64"
        );

        run.MustEnd(0).MustSay("linux/amd64 alone was started");
        Assert.Equal(("passed", "good"), (build.Report().At("smoke.status"), build.Report().At("outcome")));
    }
}
