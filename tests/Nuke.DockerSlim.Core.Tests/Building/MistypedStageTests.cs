using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Building;

public sealed class MistypedStageTests
{
    private const string NoHost = "dial tcp: lookup registry-1.docker.io: no such host";
    private const string Denied = "pull access denied, repository does not exist or may require authorization";
    private static readonly DockerfileStage[] Stages =
    [
        new("builder", "node:20", 1, false),
        new("test", "builder", 5, false),
        new("production", "nginx", 9, true),
    ];

    [Theory]
    [InlineData("classic/unknown-copy-stage")]
    [InlineData("containerd/unknown-copy-stage")]
    public void A_recorded_one_is_a_mistake_in_the_Dockerfile(string recording)
    {
        var failure = BuildFailureReader.Read(Recordings.Trace(recording));
        Assert.Equal("biulder", MistypedStage.NameIn(failure));
        var explained = MistypedStage.Explain(failure, Stages);
        Assert.Equal(BuildFailureKind.Dockerfile, explained.Kind);
        Assert.Equal(failure.Line, explained.Line);
        Assert.StartsWith("there is no stage 'biulder', and no image of that name was found; did you mean 'builder'?", explained.Reason);
        Assert.EndsWith("The stages are builder (line 1), test (line 5), production (line 9)", explained.Reason);
    }

    [Fact]
    public void A_stage_that_only_comes_later_is_told_with_its_line() =>
        Assert.Equal(
            "the stage 'Production' begins at line 9; only stages above can be used, so put it further up",
            MistypedStage.Explain(Failure("Production", NoHost, 6), Stages).Reason
        );

    [Fact]
    public void A_name_near_none_is_a_stage_where_the_registry_has_no_such_image() =>
        Assert.Equal(
            "there is no stage 'assets', and no image of that name was found; the stages are builder (line 1), test (line 5), production (line 9)",
            MistypedStage.Explain(Failure("assets", Denied, 10), Stages).Reason
        );

    [Theory]
    [InlineData("nginx", Denied, 9)]
    [InlineData("nginx", NoHost, 10)]
    public void A_base_image_stays_one(string name, string why, int line)
    {
        var failure = Failure(name, why, line);
        Assert.Same(failure, MistypedStage.Explain(failure, Stages));
    }

    [Theory]
    [InlineData("acme/builder: failed to resolve source metadata for docker.io/acme/builder:latest: not found")]
    [InlineData("biulder:1: failed to resolve source metadata for docker.io/library/biulder:1: not found")]
    [InlineData("no match for platform in manifest: not found")]
    public void A_name_with_a_tag_or_a_registry_is_an_images(string reason) =>
        Assert.Null(MistypedStage.NameIn(new() { Kind = BuildFailureKind.BaseImage, Reason = reason }));

    [Fact]
    public void Another_kind_of_failure_is_left_as_it_is() =>
        Assert.Null(MistypedStage.NameIn(Failure("biulder", NoHost, 1) with { Kind = BuildFailureKind.Step }));

    private static BuildFailure Failure(string name, string why, int line) =>
        new()
        {
            Kind = BuildFailureKind.BaseImage,
            Reason = $"{name}: failed to resolve source metadata for docker.io/library/{name}:latest: {why}",
            Line = line,
        };
}
