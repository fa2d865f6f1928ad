using Docker.DotNet.Models;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>What a run leaves that is killed (kill -9), and that the next one takes away: that alone.</summary>
public sealed class KilledRunTests
{
    [EngineTheory, OnBothStores]
    public async Task Container_and_test_image_are_taken_away_and_those_of_a_run_that_is_alive_stay(string store)
    {
        await using var build = await StartedAsync(store);
        await using var other = await StartedAsync(store);
        other.Environment["XDG_DATA_HOME"] = build["data"];
        await using var alive = await TestingAsync(other);
        await using (var killed = await TestingAsync(build))
            await killed.KillAsync();
        Assert.Single(await build.Engine.ContainersAsync(build.Sleep));
        Assert.Equal([$"{build.Name}:dockerslim", $"{build.Name}:dockerslim-test"], await build.Engine.NamesAsync(build.Name));

        (await build.SlimAsync())
            .MustEnd(0)
            .MustSay("Taken away what a run left that was killed: container ", $"image {build.Name}:dockerslim-test");

        Assert.Empty(await build.Engine.ContainersAsync(build.Sleep));
        Assert.Equal([$"{build.Name}:dockerslim"], await build.Engine.NamesAsync(build.Name));
        Assert.Single(await other.Engine.ContainersAsync(other.Sleep));
        Assert.Contains($"{other.Name}:dockerslim-test", await other.Engine.NamesAsync(other.Name));
        (await build.SlimAsync()).MustEnd(0).MustNotSay("that was killed");
        alive.PressCtrlC();
        (await alive.EndAsync()).MustEnd(130);
        await other.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task The_copy_of_the_context_and_the_edited_image_are_taken_away(string store)
    {
        await using var build = await StartedAsync(store);
        build.Write("app", "words\n");
        build.Write(
            "Dockerfile",
            $"FROM {StoreEngine.Base} AS production\nENV MARK={build.Name}\nCOPY app /app\nRUN if test \"$(cat /app)\" != words; then {build.Sleep}; fi\n"
        );
        await using (var killed = build.Start("SlimImage", "--allow-untested", "--scenarios", "warm,edited"))
        {
            await killed.UntilItSaysAsync("edited production build");
            await killed.UntilAsync(() => Processes.Naming(build.Sleep).Any(), "the step ran");
            await killed.KillAsync();
        }
        await Processes.UntilNoneAsync(build.Sleep);
        Assert.Contains(
            Directory.EnumerateDirectories(build[".nuke/temp/dockerslim"]),
            x => Path.GetFileName(x).StartsWith("edited-", StringComparison.Ordinal)
        );
        // As the engine leaves it where the build had just ended.
        await build.Engine.Client.Images.TagImageAsync(
            $"{build.Name}:dockerslim",
            new ImageTagParameters { RepositoryName = build.Name, Tag = "dockerslim-edited" }
        );
        await build.Engine.Client.Images.TagImageAsync(
            $"{build.Name}:dockerslim",
            new ImageTagParameters { RepositoryName = build.Name, Tag = "mine" }
        );

        (await build.SlimAsync("--allow-untested"))
            .MustEnd(0)
            .MustSay($"Taken away what a run left that was killed: image {build.Name}:dockerslim-edited.");

        Assert.Equal([$"{build.Name}:dockerslim", $"{build.Name}:mine"], await build.Engine.NamesAsync(build.Name));
        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries(build[".nuke/temp/dockerslim"]),
            x => Path.GetFileName(x) is not ("layers" or "answers")
        );
        Assert.Empty(Directory.EnumerateFiles(build["data"], "*", SearchOption.AllDirectories));
    }

    // What runs write down is the user's; a test's is a user of its own.
    private static async Task<UserBuild> StartedAsync(string store)
    {
        var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        build.Write(".dockerignore", "data\n");
        build.Environment["XDG_DATA_HOME"] = build["data"];
        return build;
    }

    private static async Task<RunningBuild> TestingAsync(UserBuild build)
    {
        var running = build.Start("SlimImage", "--scenarios", "warm", "--test-command", $"echo {build.Name} sleeps; {build.Sleep}");
        await running.UntilItSaysAsync($"{build.Name} sleeps");
        return running;
    }
}
