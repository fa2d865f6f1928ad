using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Tests.Building;

/// <summary>Failures as real engines told them, and a few that no recording has.</summary>
public sealed class BuildFailureReaderTests
{
    public static TheoryData<string, BuildFailureKind, int?> Recorded =>
        new()
        {
            { "failing-test", BuildFailureKind.Step, 15 },
            { "command-fails", BuildFailureKind.Step, 2 },
            { "command-killed", BuildFailureKind.Step, 2 },
            { "command-not-found", BuildFailureKind.Step, 2 },
            { "syntax-error", BuildFailureKind.Dockerfile, 3 },
            { "syntax-error-flag", BuildFailureKind.Dockerfile, 2 },
            { "empty-dockerfile", BuildFailureKind.Dockerfile, null },
            { "comment-only-dockerfile", BuildFailureKind.Dockerfile, 1 },
            { "missing-dockerfile", BuildFailureKind.Dockerfile, null },
            { "unknown-stage", BuildFailureKind.Dockerfile, null },
            { "missing-copied-file", BuildFailureKind.Dockerfile, 2 },
            { "missing-required-secret", BuildFailureKind.Dockerfile, 2 },
            { "base-image-not-found", BuildFailureKind.BaseImage, 1 },
            { "base-image-refused", BuildFailureKind.BaseImage, 1 },
            { "base-image-unauthorized", BuildFailureKind.BaseImage, 1 },
            { "base-image-unknown-registry", BuildFailureKind.BaseImage, 1 },
            { "unknown-copy-stage", BuildFailureKind.BaseImage, 2 },
            { "disk-full", BuildFailureKind.DiskFull, 2 },
            { "disk-full-context", BuildFailureKind.DiskFull, null },
            { "engine-dies", BuildFailureKind.Engine, null },
            { "engine-dead", BuildFailureKind.Engine, null },
        };

    [Theory]
    [InlineData("classic", BuildFailureKind.Engine)]
    [InlineData("containerd", BuildFailureKind.Cache)]
    public void A_cache_is_refused_by_the_registry_or_by_buildx_itself(string store, BuildFailureKind kind) =>
        Assert.Equal(kind, BuildFailureReader.Read(Recordings.Trace($"{store}/cache-export-refused")).Kind);

    [Fact]
    public void A_cache_that_is_not_written_is_told_from_an_image_that_is_not_found()
    {
        const string reason = "failed to authorize: 403 Forbidden";
        var failure = BuildFailureReader.Read(
            new()
            {
                Text = ["ERROR: failed to build: failed to solve: " + reason],
                Vertices =
                [
                    new()
                    {
                        Id = "1",
                        Name = "exporting cache to registry",
                        Error = reason,
                    },
                ],
            }
        );
        Assert.Equal((BuildFailureKind.Cache, reason), (failure.Kind, failure.Reason));
        Assert.Equal(
            "shop: its cache could not be written: failed to authorize: 403 Forbidden. Check where --cache-to goes, your login there and the network, or write ignore-error=true into it where a cache that is not written is no failure.",
            FailureText.For(Planning.Targets.Of(Planning.Targets.Shop), failure)
        );
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public void The_kind_and_the_line_are_the_same_on_both_stores(string name, BuildFailureKind kind, int? line)
    {
        foreach (var store in Recordings.Stores)
        {
            var failure = BuildFailureReader.Read(Recordings.Trace($"{store}/{name}"));
            Assert.Equal((store, kind, line), (store, failure.Kind, failure.Line));
        }
    }

    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void A_failing_step_is_named_with_its_last_lines(string store)
    {
        var failure = BuildFailureReader.Read(Recordings.Trace($"{store}/failing-test"));
        Assert.Equal(("test", "RUN npm test"), (failure.Stage, failure.Instruction));
        Assert.Equal("process \"/bin/sh -c npm test\" did not complete successfully: exit code: 1", failure.Reason);
        Assert.Contains(failure.Output, x => x.Contains("1 failed", StringComparison.Ordinal));
        Assert.InRange(failure.Output.Count, 5, 20);
    }

    [Fact]
    public void A_step_that_never_ran_is_not_a_failing_step()
    {
        var failure = BuildFailureReader.Read(Recordings.Trace("classic/missing-required-secret"));
        Assert.Equal((null, null), (failure.Stage, failure.Instruction));
        Assert.Equal("secret token: not found", failure.Reason);
    }

    [Theory]
    [InlineData("ERROR: failed to build: failed to solve: no match for platform in manifest: not found", BuildFailureKind.BaseImage)]
    [InlineData("ERROR: pull access denied, repository does not exist or may require authorization", BuildFailureKind.BaseImage)]
    [InlineData("ERROR: failed to solve: circular dependency detected on stage: a", BuildFailureKind.Dockerfile)]
    [InlineData("ERROR: rpc error: code = Unavailable desc = closing transport", BuildFailureKind.Engine)]
    [InlineData("ERROR: something nobody has seen before", BuildFailureKind.Engine)]
    public void Forms_without_a_recording_are_known_too(string text, BuildFailureKind kind) =>
        Assert.Equal(kind, BuildFailureReader.Read(Said(text)).Kind);

    [Fact]
    public void A_frontend_that_cannot_be_resolved_is_no_base_image()
    {
        var failure = BuildFailureReader.Read(
            BuildTrace.Empty with
            {
                Text =
                [
                    "Dockerfile:1",
                    "   1 | >>> # syntax=docker/dockerfile:1",
                    "   2 |     FROM node",
                    "ERROR: failed to build: failed to solve: failed to resolve source metadata for docker.io/docker/dockerfile:1: no such host",
                ],
            }
        );
        Assert.Equal((BuildFailureKind.Frontend, 1), (failure.Kind, failure.Line));
    }

    [Fact]
    public void A_port_at_the_end_of_the_error_is_no_line() =>
        Assert.Null(BuildFailureReader.Read(Said("ERROR: failed to build: dial tcp 127.0.0.1:5000")).Line);

    [Fact]
    public void The_file_of_the_place_may_have_spaces() =>
        Assert.Equal(7, BuildFailureReader.Read(Said("docker files/My Dockerfile:7", "ERROR: x")).Line);

    [Fact]
    public void A_builder_that_said_nothing_is_told_so() =>
        Assert.Equal("the builder said nothing", BuildFailureReader.Read(BuildTrace.Empty).Reason);

    [Fact]
    public void Colours_and_overwritten_lines_are_taken_out_of_the_output() =>
        Assert.Equal(
            ["red", "100%", "done"],
            BuildFailureReader.LastLines("\u001b[31mred\u001b[0m\r\n\n 10%\r 50%\r100%\n\u001b[2K\u001b[?25ldone  \n")
        );

    [Fact]
    public void Only_the_last_twenty_lines_are_kept()
    {
        var lines = BuildFailureReader.LastLines(string.Join('\n', Enumerable.Range(1, 50)));
        Assert.Equal(Enumerable.Range(31, 20).Select(x => $"{x}"), lines);
    }

    private static BuildTrace Said(params string[] text) => BuildTrace.Empty with { Text = text };
}
