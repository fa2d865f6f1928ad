using System.Text.Json.Nodes;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>Indexes, manifests and configs that are no images, or contradict themselves: a sentence, never a figure.</summary>
public sealed class BadManifestTests : SourceTest
{
    private const string Schema1 =
        """{"schemaVersion":1,"name":"library/old","tag":"1","fsLayers":[{"blobSum":"sha256:a3ed95caeb02ffe68cdd9fd84406680ae93d633cb16422d00e8a7c22955b46d4"}]}""";

    [Fact]
    public async Task A_manifest_of_schema_1_is_named_with_what_to_do() =>
        Assert.Equal(
            "layout holds a manifest of schema 1, the format from before 2016, which names neither config nor sizes; pull the image and push it again with a current Docker.",
            await ManifestAsync(JsonNode.Parse(Schema1)!)
        );

    [Theory]
    [InlineData(
        """{"config":{"mediaType":"application/vnd.cncf.helm.config.v1+json","digest":"DIGEST"},"layers":[]}""",
        "layout holds no image, only an artifact of type 'application/vnd.cncf.helm.config.v1+json'; make it anew."
    )]
    [InlineData(
        """{"artifactType":"application/spdx+json","config":{"digest":"DIGEST"},"layers":[]}""",
        "layout holds no image, only an artifact of type 'application/spdx+json'; make it anew."
    )]
    [InlineData("[]", "layout holds a manifest of an unknown form; make it anew.")]
    [InlineData("""{"config":{"digest":"DIGEST"},"layers":{}}""", "layout holds a manifest of an unknown form; make it anew.")]
    [InlineData(
        """{"config":{"digest":"sha256:../../../etc/passwd"},"layers":[]}""",
        "layout names a blob by 'sha256:../../../etc/passwd', which is no digest; make it anew."
    )]
    [InlineData("""{"config":{"digest":7},"layers":[]}""", "layout names a blob by '', which is no digest; make it anew.")]
    [InlineData("""{"config":{"digest":"DIGEST","size":-1},"layers":[]}""", "layout states no valid size for DIGEST; make it anew.")]
    [InlineData("""{"config":{"digest":"DIGEST","size":1e400},"layers":[]}""", "layout states no valid size for DIGEST; make it anew.")]
    [InlineData("""{"config":{"digest":"DIGEST","size":"2"},"layers":[]}""", "layout states no valid size for DIGEST; make it anew.")]
    [InlineData("""{"config":{"digest":"DIGEST"},"layers":[]}""", "layout lacks DIGEST; make it anew.")]
    public async Task A_document_that_is_no_image_manifest_is_said(string manifest, string message)
    {
        var digest = Samples.Digest('d').Value;
        Assert.Equal(message.Replace("DIGEST", digest), await ManifestAsync(JsonNode.Parse(manifest.Replace("DIGEST", digest))!));
    }

    [Theory]
    [InlineData(
        "application/vnd.docker.plugin.v1",
        "of the unknown media type 'application/vnd.docker.plugin.v1'; measure an image whose layers are tars"
    )]
    [InlineData("application/vnd.oci.image.layer.v1.tar+gzip+encrypted", "which is encrypted; measure the image before it is encrypted")]
    public async Task A_layer_that_is_no_tar_is_said(string mediaType, string words)
    {
        var layer = Tar.Blob(OciTar.GZip(App));
        Assert.Contains($"layout holds the layer {layer}", await LayersAsync(Layer(layer, mediaType)));
        Assert.Contains(words, await LayersAsync(Layer(layer, mediaType)));
    }

    [Theory]
    [InlineData("application/vnd.oci.image.layer.v1.tar+gzip")]
    [InlineData("application/vnd.docker.image.rootfs.diff.tar.gzip")]
    [InlineData("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip")]
    public async Task A_layer_that_is_there_is_weighed_whatever_it_may_be_called(string mediaType)
    {
        Tar.Index(OciTar.Descriptor(Image(Layer(Tar.Blob(OciTar.GZip(App)), mediaType))));
        Tar.WriteTo(At("layout"));
        Assert.Equal(App.Length, (await MeasureAsync("oci:" + At("layout"))).Unpacked.Bytes);
    }

    [Theory]
    [InlineData("application/vnd.oci.image.layer.v1.tar", "layout lacks the layer DIGEST; make it anew.")]
    [InlineData(
        "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip",
        "layout lacks the layer DIGEST, which is foreign: it may not be distributed, so only its name is here; measure the image in an engine that has pulled it."
    )]
    public async Task A_missing_layer_is_told_from_a_foreign_one(string mediaType, string message)
    {
        var digest = Samples.Digest('d').Value;
        Assert.Equal(message.Replace("DIGEST", digest), await LayersAsync(Layer(digest, mediaType)));
    }

    [Fact]
    public async Task An_image_without_layers_weighs_its_config_however_that_is_written()
    {
        Tar.Index(OciTar.Descriptor(Tar.Json(new JsonObject { ["config"] = OciTar.Descriptor(Config()), ["layers"] = null })));
        Tar.WriteTo(At("layout"));
        var image = await MeasureAsync("oci:" + At("layout"));
        Assert.Equal((0, image.Config), (image.Unpacked.Bytes, image.Download));
    }

    [Fact]
    public async Task A_stated_size_that_is_not_true_is_said()
    {
        var packed = OciTar.GZip(App);
        var layer = Tar.Blob(packed);
        var lying = Layer(layer, "");
        lying["size"] = 1;
        Assert.Equal($"layout states 1 bytes for {layer}, which has {packed.Length}; make it anew.", await LayersAsync(lying));
    }

    [Fact]
    public async Task A_document_that_is_not_what_its_digest_names_is_said()
    {
        var manifest = Tar.Image("linux/amd64", App);
        var other = Tar.Find(Tar.Manifest("linux/amd64", Base))!;
        Tar.Damage(manifest, other);
        Tar.WriteTo(At("layout"));
        Assert.Equal(
            $"layout holds other content than {manifest} under that digest; make it anew.",
            await FailAsync("oci:" + At("layout"))
        );
    }

    [Fact]
    public async Task A_layer_that_is_not_what_its_digest_names_is_said_and_not_remembered()
    {
        Tar.Image("linux/amd64", App);
        Tar.Damage(OciTar.DigestOf(App), OciTar.Layer("app/server.js", 8_999));
        Tar.WriteTo(At("layout"));
        Assert.Equal(
            $"layout holds the layer {OciTar.DigestOf(App)} cut off or damaged; make it anew.",
            await FailAsync("oci:" + At("layout"))
        );
        Assert.Null(Cache.Find(OciTar.DigestOf(App)));
    }

    [Theory]
    [InlineData(1, "layout names 1 layers in the manifest of the image and 2 in its config; make it anew.")]
    [InlineData(2, "layout holds a layer 1 with the diff id APP, where the config names BASE; make it anew.")]
    public async Task A_config_that_names_other_layers_than_its_manifest_is_said(int layers, string message)
    {
        var config = new JsonObject
        {
            ["os"] = "linux",
            ["architecture"] = "amd64",
            ["rootfs"] = new JsonObject { ["diff_ids"] = new JsonArray(OciTar.DigestOf(Base), OciTar.DigestOf(App)) },
        };
        var manifest = new JsonObject
        {
            ["config"] = OciTar.Descriptor(Tar.Json(config)),
            ["layers"] = new JsonArray([.. Enumerable.Repeat(0, layers).Select(_ => (JsonNode)Layer(Tar.Blob(App), ""))]),
        };
        var expected = message.Replace("APP", OciTar.DigestOf(App)).Replace("BASE", OciTar.DigestOf(Base));
        Assert.Equal(expected, await ManifestAsync(manifest));
    }

    [Theory]
    [InlineData(
        """{"os":"Linux","architecture":"amd64"}""",
        "layout holds a config of the platform 'Linux/amd64', which is none; make it anew."
    )]
    [InlineData("[]", "layout holds a config that is no JSON object; make it anew.")]
    [InlineData(
        """{"os":"linux","architecture":"amd64","rootfs":{"diff_ids":[1]}}""",
        "layout names 0 layers in the manifest of the image and 1 in its config; make it anew."
    )]
    public async Task A_config_that_is_none_is_said(string config, string message) =>
        Assert.Equal(
            message,
            await ManifestAsync(
                new JsonObject { ["config"] = OciTar.Descriptor(Tar.Json(JsonNode.Parse(config)!)), ["layers"] = new JsonArray() }
            )
        );

    private static JsonObject Layer(string digest, string mediaType) =>
        mediaType.Length == 0 ? OciTar.Descriptor(digest) : new JsonObject { ["mediaType"] = mediaType, ["digest"] = digest };

    private string Config() => Tar.Json(new JsonObject { ["os"] = "linux", ["architecture"] = "amd64" });

    private string Image(params JsonObject[] layers) =>
        Tar.Json(new JsonObject { ["config"] = OciTar.Descriptor(Config()), ["layers"] = new JsonArray([.. layers]) });

    private Task<string> LayersAsync(JsonObject layer) => IndexAsync(OciTar.Descriptor(Image((JsonObject)layer.DeepClone())));

    private Task<string> ManifestAsync(JsonNode manifest) => IndexAsync(OciTar.Descriptor(Tar.Json(manifest)));
}
