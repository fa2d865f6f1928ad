using System.Text;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>Annotations and statements around images that stay as they are.</summary>
public sealed class AttestedIndexTests
{
    private const string Slsa = "https://slsa.dev/provenance/v0.2";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ImageReference Shop = ImageReference.Parse("acme/shop");
    private readonly FakeRegistry _registry = new();
    private readonly OciTar _tar = new();
    private readonly RepositoryContent _content;
    private readonly Digest _image;

    public AttestedIndexTests()
    {
        _registry.Blob = _tar.Find;
        _content = new RepositoryContent(_registry, new KeptUploads(_registry.Manifests));
        _image = new Digest(_tar.Manifest("linux/amd64", OciTar.Layer("app", 700)));
    }

    [Fact]
    public async Task Statements_lie_beside_the_image_as_BuildKit_has_them()
    {
        var index = await PutAsync(new IndexContent([_image]) { Statements = [Statement("{}")] });

        var entries = Json(index)["manifests"]!.AsArray();
        Assert.Equal([_image.Value], entries.SkipLast(1).Select(x => (string)x!["digest"]!));
        var attested = entries[^1]!;
        Assert.Equal(
            $$"""{"vnd.docker.reference.digest":"{{_image}}","vnd.docker.reference.type":"attestation-manifest"}""",
            attested["annotations"]!.ToJsonString()
        );
        Assert.Equal("""{"architecture":"unknown","os":"unknown"}""", attested["platform"]!.ToJsonString());
        var manifest = Json(new Digest((string)attested["digest"]!));
        var layer = Assert.Single(manifest["layers"]!.AsArray())!;
        Assert.Equal(
            ("application/vnd.in-toto+json", Slsa),
            ((string)layer["mediaType"]!, (string)layer["annotations"]!["in-toto.io/predicate-type"]!)
        );
        Assert.Equal("{}", Encoding.UTF8.GetString(_registry.Manifests[(string)layer["digest"]!]));
        Assert.Equal(
            (string)layer["digest"]!,
            (string)Json(new Digest((string)manifest["config"]!["digest"]!))["rootfs"]!["diff_ids"]![0]!
        );
        var read = await _content.ReadAsync(Shop.WithDigest(index), None);
        Assert.Equal([_image], read!.Images.Select(x => x.ManifestDigest));
    }

    [Fact]
    public async Task Annotations_are_the_indexs_alone()
    {
        var index = await PutAsync(new IndexContent([_image]) { Annotations = new Dictionary<string, string> { ["a"] = "1" } });
        Assert.Equal("""{"a":"1"}""", Json(index)["annotations"]!.ToJsonString());
        Assert.Null(Json(await PutAsync(new IndexContent([_image])))["annotations"]);
    }

    [Fact]
    public async Task What_a_builder_stated_stays_unless_it_is_stated_anew()
    {
        var own = await PutAsync(new IndexContent([_image]) { Statements = [Statement("first")] });
        var both = await PutAsync(new IndexContent([own]) { Statements = [Statement("packages") with { PredicateType = "p" }] });
        var anew = await PutAsync(new IndexContent([own]) { Statements = [Statement("second") with { Replaces = true }] });
        Assert.Equal((3, 2), (Json(both)["manifests"]!.AsArray().Count, Json(anew)["manifests"]!.AsArray().Count));
    }

    [Fact]
    public async Task Indexes_of_the_same_images_with_the_same_said_of_them_are_the_same()
    {
        var first = await PutAsync(Annotated("1", Statement("built on Monday")));
        var later = await PutAsync(Annotated("1", Statement("built on Tuesday")));
        Assert.NotEqual(first, later);
        Assert.True(await SameAsync(first, later));
        Assert.False(await SameAsync(first, await PutAsync(Annotated("2", Statement("built on Monday")))));
        Assert.False(await SameAsync(first, await PutAsync(Annotated("1", Statement("x") with { Mode = "max" }))));
        Assert.False(await SameAsync(first, await PutAsync(Annotated("1", Statement("x"), Statement("y") with { PredicateType = "p" }))));
        Assert.False(await SameAsync(first, await PutAsync(Annotated("1"))));
        var other = new Digest(_tar.Manifest("linux/amd64", OciTar.Layer("app", 701)));
        Assert.False(
            await SameAsync(
                first,
                await PutAsync(Annotated("1") with { Images = [other], Statements = [Statement("built on Monday") with { Image = other }] })
            )
        );
    }

    [Fact]
    public async Task What_is_no_index_or_not_there_is_the_same_as_nothing()
    {
        var index = await PutAsync(Annotated("1"));
        Assert.False(await SameAsync(_image, _image));
        Assert.False(await SameAsync(index, Samples.Digest('7')));
        var damaged = new Digest(_tar.Json(new JsonObject { ["manifests"] = new JsonArray(7) }));
        Assert.False(await SameAsync(damaged, damaged));
    }

    private static IndexContent Empty => new([]);

    private IndexContent Annotated(string value, params ImageStatement[] statements) =>
        Empty with
        {
            Images = [_image],
            Annotations = new Dictionary<string, string> { ["a"] = value },
            Statements = statements,
        };

    private ImageStatement Statement(string content) => new(_image, Slsa, Encoding.UTF8.GetBytes(content));

    private Task<Digest> PutAsync(IndexContent index) => _content.UploadIndexAsync(index, Shop, None);

    private Task<bool> SameAsync(Digest first, Digest second) => _content.IsSameAsync(Shop, first, second, None);

    private JsonNode Json(Digest digest) => JsonNode.Parse(_registry.Manifests[digest.Value])!;
}
