using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>What a repository holds, read down to the configs, and tags that are put where they belong.</summary>
public sealed class RepositoryContentTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ImageReference Shop = ImageReference.Parse("acme/shop");
    private readonly FakeRegistry _registry = new();
    private readonly OciTar _tar = new();
    private readonly RepositoryContent _content;

    public RepositoryContentTests()
    {
        _registry.Blob = _tar.Find;
        _content = new RepositoryContent(_registry, new KeptUploads(_registry.Manifests));
    }

    [Fact]
    public async Task An_image_is_read_with_its_diff_ids()
    {
        var diffId = Samples.Digest('5').Value;
        var config = _tar.Json(
            new JsonObject
            {
                ["os"] = "linux",
                ["architecture"] = "arm64",
                ["rootfs"] = new JsonObject { ["diff_ids"] = new JsonArray(diffId) },
            }
        );
        var layers = new JsonArray(OciTar.Descriptor(_tar.Blob(OciTar.Layer("app", 700))));
        var described = OciTar.Descriptor(config);
        described["size"] = _tar.Find(config)!.Length;
        var image = new Digest(_tar.Json(new JsonObject { ["config"] = described, ["layers"] = layers }));

        var read = await _content.ReadAsync(Shop.WithDigest(image), None);

        var only = Assert.Single(read!.Images);
        Assert.Equal((image, image, "linux/arm64"), (read.Digest, only.ManifestDigest, only.Platform));
        Assert.Equal([diffId], only.DiffIds);
        Assert.Null(await _content.ReadAsync(Shop.WithTag("missing"), None));
    }

    [Fact]
    public async Task Images_of_several_platforms_become_one_index()
    {
        var amd = new Digest(_tar.Manifest("linux/amd64", OciTar.Layer("app", 700)));
        var arm = new Digest(_tar.Manifest("linux/arm/v6", OciTar.Layer("app", 900)));

        var index = await _content.UploadIndexAsync(new([amd, arm]), Shop, None);

        var json = JsonNode.Parse(_registry.Manifests[index.Value])!;
        Assert.Equal("application/vnd.oci.image.index.v1+json", (string?)json["mediaType"]);
        Assert.Equal([amd.Value, arm.Value], json["manifests"]!.AsArray().Select(x => (string)x!["digest"]!));
        Assert.Equal("v6", (string?)json["manifests"]![1]!["platform"]!["variant"]);
        Assert.Equal(
            ["linux/amd64", "linux/arm/v6"],
            (await _content.ReadAsync(Shop.WithDigest(index), None))!.Images.Select(x => x.Platform)
        );
        Assert.DoesNotContain(_registry.Manifests.Keys, x => !x.StartsWith("sha256:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_platforms_own_index_states_is_taken_over()
    {
        var image = _tar.Manifest("linux/amd64", OciTar.Layer("app", 700));
        var described = OciTar.Descriptor(image);
        described["platform"] = new JsonObject { ["os"] = "linux", ["architecture"] = "amd64" };
        var attested = OciTar.Descriptor(_tar.Json(new JsonObject { ["statement"] = true }));
        attested["annotations"] = new JsonObject { ["vnd.docker.reference.type"] = "attestation-manifest" };
        var own = new Digest(_tar.Json(new JsonObject { ["manifests"] = new JsonArray(described, attested) }));

        var index = await _content.UploadIndexAsync(new([own]), Shop, None);

        var entries = JsonNode.Parse(_registry.Manifests[index.Value])!["manifests"]!.AsArray();
        Assert.Equal([described.ToJsonString(), attested.ToJsonString()], entries.Select(x => x!.ToJsonString()));
    }

    [Fact]
    public async Task A_tag_is_put_back_even_where_the_registry_has_forgotten_what_it_stood_for()
    {
        var image = new Digest(_tar.Manifest("linux/amd64", OciTar.Layer("app", 700)));
        _registry.Manifests["1"] = _tar.Find(image.Value)!;
        Assert.Equal(image, await _content.FindAsync(Shop.WithTag("1"), None));
        _registry.Manifests.Clear();
        _tar.Lost.Add(image.Value);

        await _content.MoveAsync(Shop.WithTag("1"), image, None);

        Assert.Equal(image.Value, OciTar.DigestOf(_registry.Manifests["1"]));
    }

    [Fact]
    public async Task What_is_not_there_any_more_is_put_nowhere()
    {
        var e = await Assert.ThrowsAsync<EngineException>(() => _content.MoveAsync(Shop.WithTag("1"), Samples.Digest('7'), None));

        Assert.StartsWith("The registry docker.io no longer has acme/shop@sha256:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_content_than_a_digest_names_is_not_believed()
    {
        var image = new Digest(_tar.Manifest("linux/amd64", OciTar.Layer("app", 700)));
        _tar.Damage(image.Value, "{}"u8.ToArray());

        var e = await Assert.ThrowsAsync<EngineException>(() => _content.ReadAsync(Shop.WithDigest(image), None));

        Assert.StartsWith(
            $"The registry docker.io gives other content than {image} under that digest",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_config_that_is_another_one_is_not_believed()
    {
        var image = new Digest(_tar.Manifest("linux/amd64", OciTar.Layer("app", 700)));
        var config = (string)JsonNode.Parse(_tar.Find(image.Value)!)!["config"]!["digest"]!;
        _tar.Damage(config, [.. _tar.Find(config)!.Reverse()]);

        var e = await Assert.ThrowsAsync<EngineException>(() => _content.ReadAsync(Shop.WithDigest(image), None));

        Assert.Contains("holds other content than", e.Message, StringComparison.Ordinal);
    }
}
