using System.Text.Json.Nodes;
using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Tests.Building;

/// <summary>Layers and their lines where a builder does not tell all chains of layers (tests/fixtures/provenance).</summary>
public sealed class LayerOriginTests
{
    private const string Facts = "https://mobyproject.org/buildkit@v1#metadata";

    [Theory]
    [InlineData("same-base", "1 2 3 4 5")]
    [InlineData("same-steps", "1 2 3 4 5")]
    [InlineData("same-beginning", "1 2 3 4 5 6")]
    [InlineData("slsa02", "1 2 3 4 5 6 7")]
    [InlineData("slsa1", "1 2 3 4 5 6 7")]
    public void Layers_have_their_lines_whatever_other_builds_ran(string file, string lines)
    {
        var origins = BuildMetadataReader.Read(Read(file).ToJsonString()).LayerOrigins;
        Assert.Equal(lines, string.Join(' ', origins.Select(x => x.FirstLine)));
        Assert.Equal([true, .. Enumerable.Repeat(false, origins.Count - 1)], origins.Select(x => x.FromBase));
    }

    [Fact]
    public void Both_versions_of_provenance_tell_the_same()
    {
        var (first, second) = (
            BuildMetadataReader.Read(Read("slsa02").ToJsonString()),
            BuildMetadataReader.Read(Read("slsa1").ToJsonString())
        );
        Assert.Equal(first.LayerOrigins, second.LayerOrigins);
        Assert.Equal(("production", "production"), (first.Stage, second.Stage));
        Assert.Equal(first.Dockerfile!.Instructions.Select(x => x.Text), second.Dockerfile!.Instructions.Select(x => x.Text));
        Assert.Equal(first.VertexLines.Values.Order(), second.VertexLines.Values.Order());
        Assert.NotEmpty(second.VertexLines);
    }

    [Theory]
    [InlineData("slsa02")]
    [InlineData("slsa1")]
    public void Build_args_of_both_versions_name_stages(string version)
    {
        var file = Read(version);
        var predicate = file["buildx.build.provenance"]!;
        var request = predicate["invocation"]?["parameters"] ?? predicate["buildDefinition"]!["externalParameters"]!["request"]!;
        request["args"]!["build-arg:LAST"] = "first";
        var facts = predicate["metadata"]?[Facts] ?? predicate["runDetails"]!["metadata"]!["buildkit_metadata"]!;
        facts["source"]!["infos"]![0]!["data"] = Convert.ToBase64String("ARG LAST=x\nFROM a AS first\nFROM ${LAST} AS production\n"u8);
        var dockerfile = BuildMetadataReader.Read(file.ToJsonString()).Dockerfile!;
        Assert.Equal([0, 1], dockerfile.Find("production")!.Chain().Select(x => x.Index));
    }

    [Theory]
    [InlineData("step0:0")]
    [InlineData("step1:0")]
    [InlineData("step4:0")]
    [InlineData("step10:0")]
    public void Any_one_chain_is_enough(string told)
    {
        var file = Read("slsa02");
        foreach (var (step, _) in Layers(file).Where(x => x.Key != told).ToArray())
            Layers(file).Remove(step);
        Assert.Equal("1 2 3 4 5 6 7", Lines(file));
    }

    [Fact]
    public void A_base_of_several_layers_has_them_all()
    {
        var file = Read("same-base");
        foreach (var (_, chains) in Layers(file))
            chains![0]!.AsArray().Insert(0, new JsonObject { ["digest"] = "sha256:another" });
        Assert.Equal("1 1 2 3 4 5", Lines(file));
    }

    [Fact]
    public void Without_any_chain_the_base_is_not_guessed()
    {
        var file = Read("same-base");
        Layers(file).Clear();
        Assert.Equal("", Lines(file));
    }

    [Fact]
    public void Chains_that_contradict_each_other_tell_nothing()
    {
        var file = Read("same-base");
        Layers(file)["step3:0"]![0]!.AsArray().RemoveAt(0);
        Assert.Equal("", Lines(file));
    }

    [Theory]
    [InlineData("step2", """{"diff":{}}""")]
    [InlineData("step2", """{"build":{}}""")]
    [InlineData("step4", """{"merge":{}}""")]
    public void A_step_that_may_make_any_number_of_layers_leaves_them_untold(string step, string operation)
    {
        var file = Read("same-base");
        var entry = file["buildx.build.provenance"]!["buildConfig"]!["llbDefinition"]!
            .AsArray()
            .Single(x => x!["id"]!.GetValue<string>() == step)!;
        entry["op"]!["Op"] = JsonNode.Parse(operation);
        Assert.Equal("", Lines(file));
    }

    private static string Lines(JsonNode file) =>
        string.Join(' ', BuildMetadataReader.Read(file.ToJsonString()).LayerOrigins.Select(x => x.FirstLine));

    private static JsonObject Layers(JsonNode file) => file["buildx.build.provenance"]!["metadata"]![Facts]!["layers"]!.AsObject();

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Recordings.Provenance(file)))!;
}
