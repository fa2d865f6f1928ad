using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Previewing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Previewing;

public sealed class PreviewWorkTests : IDisposable
{
    private static readonly string[] All =
    [
        "LintImage",
        "BuildImage",
        "TestImage",
        "MeasureImage",
        "SmokeImage",
        "CheckBudgets",
        "PushImage",
    ];
    private readonly string _root = Directory.CreateTempSubdirectory("slim-preview-").FullName;

    public PreviewWorkTests() =>
        File.WriteAllText(Path.Combine(_root, "Dockerfile"), "FROM a AS base\nFROM base AS test\nRUN b\nFROM base AS production\nRUN c\n");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_builds_are_those_of_the_plan_with_the_arguments_that_a_run_gives_them()
    {
        var target = BuildTarget.From(
            new("shop")
            {
                BuildRounds = 2,
                Tags = ["1"],
                CacheTo = ["acme/cache:{image}"],
            },
            _root
        );

        var commands = Step(Preview(target), "BuildImage").Commands;

        Assert.Equal(
            [
                "which stages there are",
                "cold: without the layer cache, 2 times",
                "warm: the same again, 2 times",
                "a copy of the build context, before the first edit",
                "edited: after a change to a source file of the copy, 2 times",
                "the cache, from what the builder holds",
            ],
            commands.Select(x => x.Purpose)
        );
        var plan = BuildPlanner.Plan(target, [new("test", "base", 2, false), new("production", "base", 4, true)]);
        Assert.Equal(BuildxArguments.Build(target, plan.Production[0], "/tmp/s/build-RUN/metadata.json"), commands[1].Arguments);
        Assert.Contains("type=registry,ref=acme/cache:shop,mode=max", commands[^1].Arguments);
    }

    [Fact]
    public void A_push_is_shown_with_every_tag_and_only_where_one_is_asked_for()
    {
        var target = BuildTarget.From(
            new("ghcr.io/acme/shop")
            {
                Tags = ["1.4", "latest"],
                Push = new() { AlsoTo = ["docker.io/acme/shop"] },
            },
            _root
        );

        Assert.Equal(
            ["push ghcr.io/acme/shop:dockerslim-candidate", "push docker.io/acme/shop:dockerslim-candidate"],
            Step(Preview(target, pushes: true), "PushImage").Commands.Select(x => string.Join(' ', x.Arguments))
        );
        Assert.Contains(
            Step(Preview(target, pushes: true), "PushImage").Notes,
            x =>
                x.EndsWith(
                    "ghcr.io/acme/shop:1.4, ghcr.io/acme/shop:latest, docker.io/acme/shop:1.4, docker.io/acme/shop:latest.",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(["Nothing is pushed: --push-image is not given."], Step(Preview(target), "PushImage").Notes);
    }

    [Fact]
    public void Several_platforms_are_shown_one_after_the_other_and_then_their_index()
    {
        var target = BuildTarget.From(new("acme/shop") { Tags = ["1"], Platforms = ["linux/amd64", "linux/arm64"] }, _root);

        var previews = PreviewWork.Of(target, ArtifactFolder.At(_root), isInLayout: true, Scope(pushes: true));

        Assert.Equal(["shop (linux/amd64)", "shop (linux/arm64)", "shop"], previews.Select(x => x.Label));
        Assert.Contains("type=oci,tar=false,dest=" + Path.Combine(_root, "platforms", "linux-arm64", "layout"), Arguments(previews[1]));
        Assert.Equal(
            ["push acme/shop:dockerslim-candidate-linux-amd64", "push acme/shop:dockerslim-candidate-linux-arm64"],
            previews[2].Steps[0].Commands.Select(x => string.Join(' ', x.Arguments))
        );
    }

    [Fact]
    public void A_secrets_value_is_shown_nowhere()
    {
        File.WriteAllText(Path.Combine(_root, "npmrc"), "hunter2-hunter2");
        var target = BuildTarget.From(
            new("shop")
            {
                BuildSecrets = ["id=npmrc,src=npmrc"],
                BuildArgs = ["ADDRESS=https://me:hunter2-hunter2@example.org", "API_KEY=other-value"],
                TestCommand = "curl -u me:hunter2-hunter2 localhost",
            },
            _root
        );

        var text = Text(Preview(target));

        Assert.Contains("ADDRESS=https://me:***@example.org", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("other-value", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_and_what_is_forbidden_are_said()
    {
        var target = BuildTarget.From(
            new("shop")
            {
                Budget = new() { DownloadSize = 80.MB, ColdBuild = TimeSpan.FromSeconds(90) },
                SoftBudget = new() { PackageCount = 60 },
                ForbidInImage = ["shell"],
            },
            _root
        );

        Assert.Equal(
            [
                "Limits: download-size 80.0 MB, cold-build 90.0 s.",
                "Limits that only warn: package-count 60.",
                "Forbidden in the image: shell.",
            ],
            Step(Preview(target), "CheckBudgets").Notes
        );
    }

    [Fact]
    public void A_missing_stage_is_the_error_that_it_is_in_a_run() =>
        Assert.Contains(
            "has no production stage 'final'",
            Assert.Throws<InputException>(() => Preview(BuildTarget.From(new("shop") { ProductionStage = "final" }, _root))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void No_line_is_longer_than_the_place_but_for_words_that_are()
    {
        var lines = Text(Preview(BuildTarget.From(new("shop"), "/r") with { DockerfilePath = Path.Combine(_root, "Dockerfile") }))
            .Split('\n');

        Assert.All(lines, x => Assert.True(x.Length <= 80 || !x.Trim().Contains("  ", StringComparison.Ordinal), x));
        Assert.Contains("Nothing was run: no build, no container, no request to engine or registry.", lines);
    }

    private ImagePreview Preview(BuildTarget target, bool pushes = false) =>
        Assert.Single(PreviewWork.Of(target, ArtifactFolder.At(_root), isInLayout: false, Scope(pushes)));

    private static PreviewScope Scope(bool pushes) => new(All, pushes, "/tmp/s");

    private static PreviewStep Step(ImagePreview preview, string target) => Assert.Single(preview.Steps, x => x.Target == target);

    private static IEnumerable<string> Arguments(ImagePreview preview) =>
        preview.Steps.SelectMany(x => x.Commands).SelectMany(x => x.Arguments);

    private static string Text(ImagePreview preview)
    {
        using var writer = new StringWriter();
        PreviewText.Write(writer, [preview], ConsoleStyle.Log);
        return writer.ToString();
    }
}
