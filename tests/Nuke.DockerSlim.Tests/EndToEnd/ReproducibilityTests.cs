using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

public sealed class ReproducibilityTests
{
    private const string Base = "FROM debian:bookworm-slim";

    [EngineTheory, OnBothStores]
    public async Task Each_line_that_makes_something_else_is_named_with_its_file_and_cause(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Write(
            "Dockerfile",
            $"""
            {Base} AS production
            ENV MARK={build.Name}
            COPY app /fixed
            RUN date --rfc-3339=ns > /dated
            RUN echo temporary > $(mktemp /made.XXXXXXXX)
            RUN seq 50 | shuf > /listed
            RUN echo words > /packed && gzip /packed
            RUN head -c 40 /dev/urandom > /noise && chmod 0$(($(date +%s%N) / 1000 % 2 + 6))44 /noise
            RUN echo still > /still

            """
        );
        build.Write("app", "the same\n");

        var run = await build.RunAsync("CheckReproducible");

        run.MustEnd(3)
            .MustSay("two cold builds made different files, in 5 of 8 layers", "line 4", "Dockerfile:5: ", "date --rfc-3339=ns", "fix ");
        var report = build.Report();
        Assert.Equal(("differs", "8"), (report.At("reproducibility.verdict"), report.At("reproducibility.layerCount")));
        Assert.NotEqual(report.At("reproducibility.first"), report.At("reproducibility.second"));
        var layers = report.Items("reproducibility.layers").ToDictionary(x => x.NumberAt("line"));
        // The copied file has the time that it has in the build context.
        Assert.Equal([4, 5, 6, 7, 8, 9], layers.Keys.Order());
        Assert.Equal(["date", "randomName", "order", "gzipTime", "unknown"], new[] { 4, 5, 6, 7, 8 }.Select(x => layers[x].At("causes.0")));
        Assert.Equal(["/dated", "/listed", "/packed.gz", "/noise"], new[] { 4, 6, 7, 8 }.Select(x => layers[x].At("files.0.path")));
        Assert.StartsWith("/made.", layers[5].At("files.0.path"), StringComparison.Ordinal);
        // By chance, the two random ends may begin or end alike.
        Assert.Matches(@"made\.[^ ]*\*[^ ]*, with the same content", layers[5].At("files.0.detail"));
        Assert.Equal(("True", "fileTimes"), (layers[9].At("onlyTimes"), layers[9].At("causes.0")));
        Assert.Contains("created", report.Items("reproducibility.config").Select(x => x.GetString()));
        Assert.Equal(5, report.Items("findings").Count(x => x.At("rule") == "not-reproducible"));
        Assert.Equal("policyFailed", report.At("outcome"));
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task Other_times_alone_are_said_and_fail_only_where_that_is_asked_for(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        (await build.RunAsync("CheckReproducible"))
            .MustEnd(0)
            .MustSay("two cold builds made the same files; only times differ, in 1 of 2 layers");
        Assert.Equal("sameContents", build.Report().At("reproducibility.verdict"));
        (await build.RunAsync("CheckReproducible", "--error-rules", "times-not-reproducible"))
            .MustEnd(3)
            .MustSay("Each build has a digest of its own");
    }

    [EngineTheory, OnBothStores]
    public async Task An_image_whose_times_are_set_comes_out_the_same(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        WriteFixed(build);

        var run = await build.RunAsync(
            "CheckReproducible",
            "--build-args",
            "SOURCE_DATE_EPOCH=1700000000",
            "--error-rules",
            "times-not-reproducible"
        );

        run.MustEnd(0).MustSay("two cold builds made the same image, 1 layer");
        var report = build.Report();
        Assert.Equal("identical", report.At("reproducibility.verdict"));
        Assert.Equal(report.At("reproducibility.first"), report.At("reproducibility.second"));
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task Builders_outside_the_engine_are_compared_where_they_leave_the_image(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        await using var builder = await RemoteBuilder.OnAsync(build);
        build.WriteImage(production: "cat /proc/uptime > /made");

        var run = await build.RunAsync("CheckReproducible", "--buildx-builder", RemoteBuilder.Name);

        run.MustEnd(3).MustSay("/made:");
        Assert.Equal("/made", build.Report().At("reproducibility.layers.0.files.0.path"));
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task What_is_copied_from_another_stage_is_charged_to_the_line_that_made_it(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Write(
            "Dockerfile",
            $"""
            {Base} AS tools
            ENV MARK={build.Name}
            RUN mkdir /lib2 && cat /proc/sys/kernel/random/uuid > /lib2/id

            {Base} AS build
            COPY --from=tools /lib2 /out/lib2
            RUN date --rfc-3339=ns > /out/dated
            RUN echo fixed > /out/fixed

            FROM scratch AS production
            COPY --from=build /out/dated /app/
            COPY --from=build /out/lib2 /app/lib2
            COPY --from=build /out/fixed /app/

            """
        );

        var run = await build.RunAsync("CheckReproducible");

        run.MustEnd(3).MustSay("made by  line 7  RUN date", "made by  line 3  RUN mkdir /lib2", "copied into the image by line 11");
        var report = build.Report();
        var layers = report.Items("reproducibility.layers").ToDictionary(x => x.NumberAt("line"));
        Assert.Equal(("7", "date"), (layers[11].At("madeBy.0"), layers[11].At("causes.0")));
        Assert.Equal(("3", "identifier"), (layers[12].At("madeBy.0"), layers[12].At("causes.0")));
        Assert.Equal(["build", "tools"], report.Items("reproducibility.stages").Select(x => x.At("stage")));
        Assert.Equal(["3", "7"], report.Items("findings").Where(x => x.At("rule") == "not-reproducible").Select(x => x.At("line")).Order());
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task Of_several_platforms_each_is_built_twice(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Write("Dockerfile", $"FROM scratch AS production\nENV MARK={build.Name}\nCOPY app /app\n");
        build.Write("app", "the same\n");

        var run = await build.RunAsync("CheckReproducible", "--platforms", "linux/amd64,linux/arm64");

        run.MustEnd(0).MustSay("(linux/amd64)", "(linux/arm64)", "two cold builds made the same 1 layer; only times in the config differ");
        Assert.Equal("sameContents", build.Report().At("reproducibility.verdict"));
        foreach (var platform in new[] { "amd64", "arm64" })
            Assert.Contains(
                "\"sameContents\"",
                File.ReadAllText(build[$"artifacts/images/{build.Name}/platforms/linux-{platform}/slim-report.json"])
            );
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task It_is_interrupted_and_leaves_nothing(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: build.Sleep);
        await using var running = build.Start("CheckReproducible");
        await running.UntilAsync(() => Processes.Naming(build.Sleep).Any(), "the step ran");

        running.PressCtrlC();

        (await running.EndAsync()).MustEnd(130).MustSay($"Interrupted while working on {build.Name}");
        await build.MustLeaveNothingAsync();
    }

    private static void WriteFixed(UserBuild build) =>
        build.Write(
            "Dockerfile",
            $$"""
            {{Base}} AS build
            ENV MARK={{build.Name}}
            ARG SOURCE_DATE_EPOCH
            RUN mkdir -p /out/app && echo made > /out/app/made && find /out -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

            FROM scratch AS production
            COPY --from=build /out/ /

            """
        );
}
