using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>The layout that a builder without an engine leaves its image in.</summary>
public sealed class BuiltLayoutTests : SourceTest
{
    private static readonly ImageReference Destination = ImageReference.Parse("registry.example/shop:1");

    [Fact]
    public async Task What_only_other_builds_need_is_taken_away()
    {
        var kept = Tar.Manifest("linux/amd64", OciTar.GZip(Base), OciTar.GZip(App));
        var edited = Tar.Manifest("linux/amd64", OciTar.GZip(Base), OciTar.GZip(OciTar.Layer("app/edited.js", 5_000)));
        Tar.Index(Named(kept, "dockerslim"));
        Tar.Index(Named(edited, "dockerslim-edited"));
        Tar.WriteTo(At("layout"));
        var layout = new BuiltLayout(At("layout"));

        layout.Trim("dockerslim");

        // Manifest, config and two layers.
        Assert.Equal(4, Directory.GetFiles(At("layout/blobs/sha256")).Length);
        Assert.Equal(kept, (await MeasureAsync("oci:" + At("layout"))).ManifestDigest?.Value);
        layout.Trim("dockerslim");
        Assert.Equal(4, Directory.GetFiles(At("layout/blobs/sha256")).Length);
    }

    [Fact]
    public async Task It_is_pushed_byte_for_byte_under_no_tag_and_the_index_comes_last()
    {
        var image = Tar.Manifest("linux/amd64", OciTar.GZip(Base), OciTar.GZip(App));
        var statement = Tar.Json(
            new JsonObject
            {
                ["config"] = OciTar.Descriptor(Tar.Json(new JsonObject { ["statement"] = true })),
                ["layers"] = new JsonArray(
                    new JsonObject { ["mediaType"] = "application/vnd.in-toto+json", ["digest"] = Tar.Blob("{\"in-toto\":1}"u8.ToArray()) }
                ),
            }
        );
        var attested = OciTar.Descriptor(statement);
        attested["annotations"] = new JsonObject { ["vnd.docker.reference.type"] = "attestation-manifest" };
        var index = Tar.Json(new JsonObject { ["manifests"] = new JsonArray(OciTar.Descriptor(image), attested) });
        Tar.Index(Named(index, "dockerslim"));
        Tar.WriteTo(At("layout"));
        var upload = new FakeUpload();

        await new BuiltLayout(At("layout")).PushAsync("dockerslim", Destination, upload, default);
        await new BuiltLayout(At("layout")).PushAsync("dockerslim", Destination, upload, default);

        Assert.All(upload.Blobs, x => Assert.Equal(Tar.Find(x.Key), x.Value));
        // Two layers and a config; a statement and its config.
        Assert.Equal(5, upload.Blobs.Count);
        Assert.Equal([image, statement, index], upload.Manifests.Take(3).Select(x => x.Name));
        Assert.All(upload.Manifests, x => Assert.Equal(Tar.Find(x.Name == "1" ? index : x.Name), x.Content));
    }

    [Fact]
    public async Task A_layout_that_is_gone_or_damaged_is_said()
    {
        var layout = new BuiltLayout(At("layout"));
        Assert.False(layout.Exists);
        layout.Remove();
        layout.Trim("dockerslim");
        await FailAsync("There is no image in layout any more; build it again with ./build.sh BuildImage.");
        var manifest = Tar.Manifest("linux/amd64", App);
        Tar.Index(Named(manifest, "dockerslim"));
        Tar.WriteTo(At("layout"));
        File.WriteAllBytes(At("layout/blobs/" + manifest.Replace(':', '/')), "{}"u8.ToArray());
        await FailAsync(
            $"The image that the builder left in layout holds other content than {manifest} under that digest; build it again with ./build.sh BuildImage."
        );

        async Task FailAsync(string message)
        {
            var e = await Assert.ThrowsAsync<InputException>(() => layout.PushAsync("dockerslim", Destination, new FakeUpload(), default));
            Assert.Equal(message, e.Message.Replace(At("") + "/", ""));
        }
    }

    private static JsonObject Named(string digest, string tag) =>
        new()
        {
            ["digest"] = digest,
            ["annotations"] = new JsonObject { ["org.opencontainers.image.ref.name"] = tag },
        };

    private sealed class FakeUpload : IRegistryUpload
    {
        public Dictionary<string, byte[]> Blobs { get; } = [];

        public List<(string Name, byte[] Content)> Manifests { get; } = [];

        public Task<bool> HasBlobAsync(ImageReference repository, Digest digest, CancellationToken cancellationToken) =>
            Task.FromResult(Blobs.ContainsKey(digest.Value));

        public async Task PutBlobAsync(
            ImageReference repository,
            Digest digest,
            long length,
            Func<Stream> open,
            CancellationToken cancellationToken
        )
        {
            Assert.False(Blobs.ContainsKey(digest.Value), "What is there is not sent again.");
            await using var content = open();
            Blobs[digest.Value] = new byte[length];
            await content.ReadExactlyAsync(Blobs[digest.Value], cancellationToken);
        }

        public Task<bool> PutManifestAsync(ImageReference reference, string mediaType, byte[] content, CancellationToken cancellationToken)
        {
            Manifests.Add((reference.Digest?.Value ?? reference.Tag!, content));
            return Task.FromResult(false);
        }

        public Task<bool> RemoveTagAsync(ImageReference tag, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("No tag is taken away.");
    }
}
