using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>The time that images are given.</summary>
public sealed class SourceEpochTests
{
    private static readonly string[] Dated = ["--source-epoch", "1700000000"];

    [EngineTheory, OnBothStores]
    public async Task The_config_has_the_time_and_on_both_stores_a_Dockerfile_that_takes_it_over_makes_the_same_image(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Write(
            "Dockerfile",
            $$"""
            FROM debian:bookworm-slim AS build
            ENV MARK={{build.Name}}
            ARG SOURCE_DATE_EPOCH
            RUN mkdir /out && echo made > /out/made && find /out -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

            FROM scratch AS production
            COPY --from=build /out/ /

            """
        );
        (await build.RunAsync(["CheckReproducible", .. Dated])).MustEnd(0).MustSay("two cold builds made the same image");
        (await build.SlimAsync([.. Dated, "--allow-untested"])).MustEnd(0);
        Assert.Equal("2023-11-14T22:13:20Z", await CreatedAsync(build));
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task Files_that_steps_make_get_it_where_the_exporter_of_layouts_rewrites_times(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        (await build.RunAsync(["CheckReproducible", .. Dated])).MustEnd(0).MustSay("only times differ");
        (await build.RunAsync(["CheckReproducible", .. Dated, "--rewrite-timestamps"]))
            .MustEnd(0)
            .MustSay("two cold builds made the same image");

        var repository = $"{Stores.Registry}/{build.Name}";
        string[] push = ["--image-repository", repository, "--push-image", "--image-tags", "1"];
        (await build.RunAsync(["SlimImage", "--scenarios", "cold", .. Dated, "--rewrite-timestamps", .. push])).MustEnd(0);
        var first = build.Report();
        Assert.Equal($"oci:artifacts/images/{build.Name}/layout:dockerslim", first.At("image.source"));
        (await build.RunAsync(["SlimImage", "--scenarios", "cold", .. Dated, "--rewrite-timestamps", .. push])).MustEnd(0);
        // Built cold twice: one image, and a tag that stays.
        Assert.Equal(first.At("image.digest"), build.Report().At("image.digest"));
        Assert.Equal("alreadyThere", build.Report().At("push.moves.0.state"));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task The_classic_store_would_ignore_it_without_a_word_so_it_is_refused(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        (await build.SlimAsync([.. Dated, "--rewrite-timestamps"]))
            .MustEnd(1)
            .MustSay("--rewrite-timestamps needs the containerd image store or a builder outside the engine (--buildx-builder)");
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task The_commits_time_is_taken_and_without_a_commit_it_is_said(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        (await build.SlimAsync("--source-epoch", "commit")).MustEnd(1).MustSay("there is no commit here");
        var repository = new TestRepository(build.Folder);
        await repository.InitAsync();
        build.Write(".gitignore", "artifacts/\n.nuke/\n");
        await repository.CommitAsync();
        (await build.SlimAsync("--source-epoch", "commit")).MustEnd(0);
        var time = DateTimeOffset.FromUnixTimeSeconds(
            long.Parse(await repository.GitAsync("log", "-1", "--format=%ct"), System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal(time, DateTimeOffset.Parse(await CreatedAsync(build), System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<string> CreatedAsync(UserBuild build)
    {
        var said = await Tool.RunAsync(
            "docker",
            ["image", "inspect", $"{build.Name}:dockerslim"],
            new Dictionary<string, string?> { ["DOCKER_HOST"] = build.Engine.Host }
        );
        Assert.True(said.ExitCode == 0, said.Output);
        using var json = JsonDocument.Parse(said.Output);
        return json.RootElement[0].At("Created");
    }
}
