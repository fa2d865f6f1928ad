using System.Text;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Attesting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Attesting;

/// <summary>What BuildKit told of a build, as it is stated beside the image.</summary>
public sealed class ProvenancePredicateTests
{
    // As buildx 0.29.1 wrote it for docker buildx build --build-arg --label --secret, cut down.
    private const string Written = """
        {"buildx.build.ref": "b", "buildx.build.provenance": {
          "buildType": "https://mobyproject.org/buildkit@v1",
          "invocation": {"parameters": {"frontend": "dockerfile.v0", "secrets": [{"id": "npm"}],
            "args": {"build-arg:GREETING": "yo", "label:a": "b", "target": "production"}}},
          "buildConfig": {"llbDefinition": []},
          "metadata": {"completeness": {"parameters": true}, "buildStartedOn": "2026-11-22T01:42:05Z",
            "https://mobyproject.org/buildkit@v1#metadata": {"vcs": {"revision": "88c"}, "source": {}, "layers": {}, "sysUsage": []}}}}
        """;

    [Fact]
    public void The_usual_one_leaves_out_what_builds_were_given_and_the_Dockerfile()
    {
        var (type, predicate) = ProvenancePredicate.Of(Written, isFull: false)!.Value;
        Assert.Equal("https://slsa.dev/provenance/v0.2", type);
        Assert.Equal(
            """{"buildType":"https://mobyproject.org/buildkit@v1","invocation":{"parameters":{"frontend":"dockerfile.v0","args":{"target":"production"}}},"metadata":{"completeness":{"parameters":false},"buildStartedOn":"2026-11-22T01:42:05Z","https://mobyproject.org/buildkit@v1#metadata":{"vcs":{"revision":"88c"}}}}""",
            predicate.ToJsonString()
        );
    }

    [Fact]
    public void The_full_one_is_the_builders_own()
    {
        var (_, predicate) = ProvenancePredicate.Of(Written, isFull: true)!.Value;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Written)!["buildx.build.provenance"], predicate));
    }

    [Theory]
    [InlineData("slsa02.json", "https://slsa.dev/provenance/v0.2")]
    [InlineData("slsa1.json", "https://slsa.dev/provenance/v1")]
    public void Either_version_is_told_by_its_form(string file, string type)
    {
        var text = File.ReadAllText(Path.Combine(Recordings.RepositoryRoot, "tests", "fixtures", "provenance", file));
        Assert.Equal(type, ProvenancePredicate.Of(text, isFull: true)!.Value.Type);
        var (_, less) = ProvenancePredicate.Of(text, isFull: false)!.Value;
        Assert.DoesNotContain("llbDefinition", less.ToJsonString());
        Assert.DoesNotContain("\"source\"", less.ToJsonString());
        Assert.Contains("production", less.ToJsonString());
    }

    [Fact]
    public void That_of_one_of_several_platforms_is_found() =>
        Assert.NotNull(ProvenancePredicate.Of("""{"buildx.build.provenance/linux/arm64": {"buildType": "t"}}""", isFull: true));

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{"buildx.build.provenance": 7}""")]
    public void Where_the_builder_wrote_none_there_is_none(string? metadata) =>
        Assert.Null(ProvenancePredicate.Of(metadata, isFull: false));

    [Fact]
    public void A_statement_names_the_image_by_its_manifest()
    {
        var image = Samples.Digest('1');
        var statement = InTotoStatement.Write("t", new JsonObject(), ImageReference.Parse("ghcr.io/acme/shop"), "linux/arm/v7", image);
        Assert.Equal(
            """{"_type":"https://in-toto.io/Statement/v0.1","predicateType":"t","subject":[{"name":"pkg:docker/ghcr.io/acme/shop?platform=linux%2Farm%2Fv7","digest":{"sha256":"HEX"}}],"predicate":{}}""".Replace(
                "HEX",
                image.Value[7..]
            ),
            Encoding.UTF8.GetString(statement)
        );
    }
}
