using System.Runtime.Versioning;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A run that only says what it would do: no process of docker, nothing in the folder, no target of the user's.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DryRunTests
{
    [Fact]
    public async Task It_says_the_commands_and_starts_none()
    {
        await using var build = UserBuild.WithoutEngine();
        build.WriteImage();
        build.Write("npmrc", "the-value-of-the-secret");
        var trace = NoDocker(build);

        var run = await build.RunAsync(
            "SlimImage",
            "--dry-run",
            "--push-image",
            "--image-tags",
            "1.4",
            "--build-secrets",
            "id=npmrc,src=npmrc",
            "--download-size",
            "80MB"
        );

        run.MustEnd(0)
            .MustSay(
                "docker buildx build",
                "--no-cache",
                "--target production",
                "id=npmrc,src=",
                $"docker push {build.Name}:dockerslim-candidate"
            )
            .MustSay("Limits: download-size 80.0 MB.", "Nothing was run", "without --dry-run")
            .MustNotSay("the-value-of-the-secret");
        Assert.False(File.Exists(trace));
        Assert.False(Directory.Exists(build["artifacts"]));
    }

    [Fact]
    public async Task Targets_of_the_users_are_not_run_either()
    {
        await using var build = UserBuild.WithoutEngine();
        build.WriteImage();
        build.Environment["USER_BUILD"] = "chained";

        (await build.RunAsync("Deploy", "--dry-run")).MustEnd(0).MustSay("docker buildx build").MustNotSay("Deploying.");
        (await build.RunAsync("CommentOnPullRequest", "--dry-run"))
            .MustEnd(0)
            .MustSay("would post the reports")
            .MustNotSay("pull request #");
    }

    [Fact]
    public async Task Wrong_input_ends_as_in_a_run()
    {
        await using var build = UserBuild.WithoutEngine();
        build.WriteImage();

        (await build.RunAsync("SlimImage", "--dry-run", "--download-sise", "80MB"))
            .MustEnd(1)
            .MustSay("There is no parameter --download-sise; did you mean --download-size?");
        (await build.RunAsync("SlimImage", "--dry-run", "--production-stage", "final"))
            .MustEnd(1)
            .MustSay("has no production stage 'final'");
    }

    // A docker on the path that leaves a trace when it is started.
    private static string NoDocker(UserBuild build)
    {
        var trace = build["started"];
        var docker = build.Write("bin/docker", $"#!/bin/sh\ntouch '{trace}'\n");
        File.SetUnixFileMode(docker, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        build.Environment["PATH"] = $"{build["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        return trace;
    }
}
