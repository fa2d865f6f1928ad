using System.Text;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>What is stated beside an image, on its way through a push.</summary>
public sealed class SupplyChainTests : PipelineTest
{
    private const string Provenance = """{"buildx.build.provenance": {"buildType": "t", "metadata": {}}}""";

    private string[] Steps => [.. Ports.Calls.Select(x => x.Split(' ')[0]).Where(x => x is "upload" or "index" or "sign" or "move")];

    [Fact]
    public async Task Annotations_make_an_index_around_the_image_which_the_tags_stand_for()
    {
        await JudgedAsync(new SupplyChain { Annotations = ["b=2", "a=1"] });
        var measured = Measured;
        Ports.Uploaded = x => x.Tag is null ? Samples.Digest('9') : Samples.Digest('e');
        Assert.True(await Pipeline.PushAsync(Work, default));
        Assert.Equal(["upload", "index", "move", "move"], Steps);
        Assert.Equal(["a", "b"], Assert.Single(Ports.Indexes).Annotations.Keys);
        Assert.Equal((Samples.Digest('9'), Manifest), (Measured.Push.Digest!.Value, Assert.Single(Measured.Push.Proofs).Pushed));
        Assert.Equal(["a=1", "b=2"], Measured.Push.SupplyChain!.Annotations);
        // None of it changes what was measured.
        Assert.Equal((measured.Image.ConfigDigest, measured.Sizes!.Unpacked), (Measured.Image.ConfigDigest, Measured.Sizes!.Unpacked));
    }

    [Fact]
    public async Task Nothing_is_made_of_nothing()
    {
        await JudgedAsync(new SupplyChain());
        await Pipeline.PushAsync(Work, default);
        Assert.Equal(["upload", "move", "move"], Steps);
        Assert.Null(Measured.Push.SupplyChain);
    }

    [Fact]
    public async Task Provenance_and_packages_are_stated_about_the_images_manifest()
    {
        await JudgedAsync(new SupplyChain { Attestations = ["provenance=max", "sbom"] }, Provenance);
        await Pipeline.PushAsync(Work, default);
        var statements = Assert.Single(Ports.Indexes).Statements;
        Assert.All(statements, x => Assert.Equal(Manifest, x.Image));
        Assert.Equal(
            [("https://slsa.dev/provenance/v0.2", "max", true), ("https://spdx.dev/Document", null, false)],
            statements.Select(x => (x.PredicateType, x.Mode, x.Replaces))
        );
        Assert.Contains("\"spdxVersion\":\"SPDX-2.3\"", Encoding.UTF8.GetString(statements[1].Content));
        Assert.Equal(["max", null], Measured.Push.SupplyChain!.Attestations.Select(x => x.Mode));
    }

    [Theory]
    [InlineData("provenance", "shop: the builder wrote no provenance to attest (--image-attestations provenance)")]
    [InlineData("sbom", "shop: there are no packages to attest (--image-attestations sbom)")]
    public async Task What_is_not_there_is_said_before_the_registry_is_asked_for_anything(string word, string sentence)
    {
        await JudgedAsync(new SupplyChain());
        Take(Work.Target.Definition with { Supply = new() { Attestations = [word] } }).Resume();
        var e = await Assert.ThrowsAsync<InputException>(() => Pipeline.PushAsync(Work, default));
        Assert.StartsWith(sentence, e.Message);
        Assert.DoesNotContain(Ports.Calls, x => x.Split(' ')[0] is "find" or "upload");
    }

    [Fact]
    public async Task Packages_of_an_earlier_image_are_not_stated_of_the_next()
    {
        await JudgedAsync(new SupplyChain { Attestations = ["sbom"] });
        Assert.True(File.Exists(Work.Folder.SbomFile));
        Take(Work.Target.Definition with { Supply = new() });
        await BuildAsync();
        Assert.False(File.Exists(Work.Folder.SbomFile));
    }

    [Fact]
    public async Task What_is_pushed_is_signed_by_digest_before_any_tag_is_moved()
    {
        await JudgedAsync(new SupplyChain { Sign = true, Annotations = ["a=1"] }, also: ["docker.io/acme/shop"]);
        Ports.Uploaded = x => x.Tag is null ? Samples.Digest('9') : Samples.Digest('e');
        await Pipeline.PushAsync(Work, default);
        Assert.Equal(["upload", "index", "upload", "index", "sign", "sign", "move", "move", "move", "move"], Steps);
        Assert.Equal([$"acme/shop@{Samples.Digest('9')}", $"docker.io/acme/shop@{Samples.Digest('9')}"], Measured.Push.SupplyChain!.Signed);
    }

    [Fact]
    public async Task A_signature_that_fails_leaves_every_tag_where_it_was()
    {
        await JudgedAsync(new SupplyChain { Sign = true });
        Ports.Sign = _ => throw new EngineException("cosign did not sign.");
        var e = await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal("cosign did not sign.", e.Message);
        Assert.DoesNotContain("move", Steps);
        Assert.All(Measured.Push.Moves, x => Assert.Equal(TagState.Untouched, x.State));
        Assert.False(Measured.Push.Pushed);
    }

    [Fact]
    public async Task A_tag_that_stands_for_the_same_with_another_builds_provenance_is_not_moved()
    {
        await JudgedAsync(new SupplyChain());
        Ports.Tags["acme/shop:1"] = Ports.Tags["acme/shop:latest"] = Samples.Digest('7');
        Ports.IsSame = x => x == Samples.Digest('7');
        await Pipeline.PushAsync(Work, default);
        Assert.Equal(["upload"], Steps);
        Assert.Equal(Samples.Digest('7'), Measured.Push.Digest);
        Assert.All(Measured.Push.Moves, x => Assert.Equal(TagState.AlreadyThere, x.State));
        Assert.Contains($"read acme/shop@{Samples.Digest('7')}", Ports.Calls);
    }

    [Fact]
    public void What_is_wrong_with_it_is_said_before_anything_runs()
    {
        ImageDefinition image = new("acme/shop")
        {
            SourceEpoch = "yesterday",
            BuildArgs = ["SOURCE_DATE_EPOCH=1"],
            Supply = new()
            {
                Annotations = ["=x"],
                Attestations = ["provenence", "provenance", "provenance=max"],
                SigningKey = "-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----",
            },
        };
        Assert.Equal(
            [
                "The annotation '=x' has no name and value; write name=value.",
                "--image-attestations: 'provenence' cannot be attested; did you mean provenance?",
                "--image-attestations: provenance and provenance=max exclude each other; use one.",
                "--signing-key is given, and nothing is signed; add --sign-image.",
                "--signing-key names a key as cosign does, a file or env://NAME; it is not the key itself.",
                "--source-epoch: 'yesterday' is neither commit nor whole seconds since 1970.",
                "SOURCE_DATE_EPOCH is given twice, as build arg and by --source-epoch; leave one out.",
            ],
            DefinitionChecks.Problems([image])
        );
        Assert.Equal(
            ["--rewrite-timestamps is given without the time that files are to have; add --source-epoch commit."],
            DefinitionChecks.Problems([new("acme/shop") { RewriteTimestamps = true }])
        );
        Assert.Empty(DefinitionChecks.Problems([new("acme/shop") { SourceEpoch = "commit", RewriteTimestamps = true }]));
    }

    private async Task JudgedAsync(SupplyChain supply, string? metadata = null, string[]? also = null)
    {
        Take(
            Work.Target.Definition with
            {
                Supply = supply,
                Push = new() { AlsoTo = also ?? [] },
            }
        );
        if (metadata is not null)
            Ports.Build = x => FakePorts.Good(x) with { MetadataText = metadata };
        await MeasuredAsync();
        ImagePipeline.Judge(Work);
        if (metadata is not null)
            await Work.Folder.WriteProductionMetadataAsync(metadata, default);
        Ports.Calls.Clear();
    }
}
