using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A build after an edit is timed without anybody's file or image being changed.</summary>
public sealed class EditedBuildTests
{
    [EngineTheory, OnBothStores]
    public async Task The_newest_source_file_is_edited_in_a_copy_and_the_image_stays_without_the_edit(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        WriteSources(build);

        (await build.RunAsync("SlimImage", "--edited-build", "5m"))
            .MustEnd(0)
            .MustSay("edited build", "after an edit to src/main.sh", "within");

        var report = build.Report();
        Assert.Equal("src/main.sh", report.At("builds.edited.editedFile"));
        Assert.Equal(
            ("3", "1", ""),
            (report.At("builds.edited.steps"), report.At("builds.edited.cachedSteps"), report.At("builds.edited.void"))
        );
        Assert.Equal("", report.At("builds.warm.void"));
        Assert.Equal("main\n", File.ReadAllText(build["src/main.sh"]));
        Assert.Equal([$"{build.Name}:dockerslim"], await build.Engine.NamesAsync(build.Name));
        Assert.Equal("main\n", await InImageAsync(build, "/made"));
        await build.Engine.RemoveImagesAsync(build.Name);
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task Only_what_the_edit_reaches_is_sent_and_run_in_every_round(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        WriteSources(build);

        (await build.RunAsync("BuildImage", "--scenarios", "edited,dependency-edited", "--build-rounds", "2")).MustEnd(0);

        var report = build.Report();
        Assert.Equal(["1", "1"], report.Items("builds.edited.rounds").Select(x => x.At("cachedSteps")));
        Assert.Equal(["0", "0"], report.Items("builds.dependencyEdited.rounds").Select(x => x.At("cachedSteps")));
        Assert.Equal("requirements.txt", report.At("builds.dependencyEdited.editedFile"));
        Assert.Equal([$"{build.Name}:dockerslim"], await build.Engine.NamesAsync(build.Name));
    }

    [EngineTheory]
    [OnStore(Stores.Containerd, "src/lost.sh", "does not exist in the build context")]
    [OnStore(Stores.Containerd, "notes.log", "is left out of the build by")]
    [OnStore(Stores.Containerd, "unused.sh", "does not reach the stage 'production'")]
    public async Task A_file_that_cannot_be_edited_is_said(string store, string file, string problem)
    {
        await using var build = await UserBuild.OnAsync(store);
        WriteSources(build);
        build.Write("unused.sh", "x");
        build.Write("notes.log", "x");

        (await build.RunAsync("SlimImage", "--scenarios", "warm,edited", "--edited-file", file)).MustEnd(1).MustSay(problem);

        await build.Engine.RemoveImagesAsync(build.Name);
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task Where_no_file_reaches_production_the_run_is_good_all_the_same(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        (await build.RunAsync("SlimImage")).MustEnd(0).MustSay("no build after an edit was timed");

        Assert.Equal("", build.Report().At("builds.edited"));
    }

    [EngineTheory, OnBothStores]
    public async Task An_edited_build_is_interrupted(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        WriteSources(build, $"if test -e /seen; then {build.Sleep}; fi");
        // The step finds in its cache mount that it ran before.
        await using var running = build.Start("BuildImage", "--scenarios", "warm,edited");
        await running.UntilItSaysAsync("edited production build");
        await running.UntilAsync(() => Processes.Naming(build.Sleep).Any(), "the edited step ran");

        running.PressCtrlC();

        (await running.EndAsync()).MustEnd(130).MustSay($"Interrupted while working on {build.Name}");
        await build.MustLeaveNothingAsync();
    }

    private static void WriteSources(UserBuild build, string step = "true")
    {
        build.Write("requirements.txt", "one\n");
        build.Write("src/old.sh", "old\n");
        File.SetLastWriteTimeUtc(build["src/old.sh"], DateTime.UtcNow.AddDays(-1));
        build.Write("src/main.sh", "main\n");
        build.Write(".dockerignore", "*.log\n.nuke\nartifacts\n");
        build.Write(
            "Dockerfile",
            $"""
            FROM {StoreEngine.Base} AS base
            ENV MARK="{build.Name}"

            FROM base AS test
            RUN echo tested

            FROM base AS production
            COPY requirements.txt /
            COPY src /src
            RUN --mount=type=cache,target=/seen-before sh -c '{step.Replace(
                "/seen",
                "/seen-before/once",
                StringComparison.Ordinal
            )}' && touch /seen-before/once && cat /src/main.sh > /made

            """
        );
    }

    private static async Task<string> InImageAsync(UserBuild build, string file)
    {
        var shown = await Tool.RunAsync(
            "docker",
            ["run", "--rm", $"{build.Name}:dockerslim", "cat", file],
            new Dictionary<string, string?> { ["DOCKER_HOST"] = build.Engine.Host }
        );
        Assert.Equal(0, shown.ExitCode);
        return shown.Output;
    }
}
