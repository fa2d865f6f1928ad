using System.Text.Json.Nodes;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>Layouts and indexes that name no image, or too many.</summary>
public sealed class BadIndexTests : SourceTest
{
    [Fact]
    public async Task Indexes_below_indexes_are_followed_but_not_for_ever()
    {
        var image = Tar.Manifest("linux/amd64", OciTar.GZip(App));
        var nested = image;
        for (var i = 0; i < 3; i++)
            nested = Below(nested);
        Tar.Index(OciTar.Descriptor(nested));
        Tar.WriteTo(At("layout"));
        Assert.Equal(image, (await MeasureAsync("oci:" + At("layout"))).ManifestDigest?.Value);

        for (var i = 0; i < 10; i++)
            nested = Below(nested);
        Assert.Contains("holds indexes of more than 1000 manifests or 8 levels", await IndexAsync(OciTar.Descriptor(nested)));

        string Below(string digest) => Tar.Json(new JsonObject { ["manifests"] = new JsonArray(OciTar.Descriptor(digest)) });
    }

    [Fact]
    public async Task An_index_without_end_is_said()
    {
        var descriptors = Enumerable.Range(0, 1_001).Select(x => (JsonNode)OciTar.Descriptor($"sha256:{x:x64}"));
        var index = Tar.Json(new JsonObject { ["manifests"] = new JsonArray([.. descriptors]) });
        Assert.Contains("holds indexes of more than 1000 manifests", await IndexAsync(OciTar.Descriptor(index)));
    }

    [Fact]
    public async Task A_platform_that_is_named_and_not_there_is_told_from_one_that_is_not_named()
    {
        var here = OciTar.Descriptor(Tar.Manifest("linux/amd64", App));
        var gone = OciTar.Descriptor(Samples.Digest('d').Value);
        gone["platform"] = new JsonObject
        {
            ["os"] = "linux",
            ["architecture"] = "arm64",
            ["variant"] = "v8",
        };
        Tar.Index(here);
        Tar.Index(gone);
        Tar.WriteTo(At("layout"));
        var folder = "oci:" + At("layout");
        Assert.Equal("linux/amd64", (await MeasureAsync(folder)).Platform.Value);
        Assert.Equal(
            "layout holds linux/amd64, linux/arm64 (not included) but not linux/arm64; build for that platform.",
            await FailAsync(folder, "linux/arm64")
        );
        Assert.Equal(
            "layout holds linux/amd64, linux/arm64 but not linux/s390x; build for that platform.",
            await FailAsync(folder, "linux/s390x")
        );
    }

    [Fact]
    public async Task What_is_no_layout_is_said()
    {
        Directory.CreateDirectory(At("layout"));
        Assert.Equal(
            "layout is no OCI layout: it lacks index.json; name the folder that index.json lies in.",
            await FailAsync("oci:" + At("layout"))
        );
        File.WriteAllText(At("layout/index.json"), "no json");
        Assert.Equal("layout holds a manifest that is no JSON; make it anew.", await FailAsync("oci:" + At("layout")));
        File.WriteAllText(At("layout/index.json"), """{"manifests":[]}""");
        Assert.Equal("layout holds no image manifest; make it anew.", await FailAsync("oci:" + At("layout")));
        Assert.StartsWith("There is no folder gone, which oci:gone names;", await FailAsync("oci:" + At("gone")));
        Assert.EndsWith("write oci:layout.", await FailAsync("oci-archive:" + At("layout")));
    }
}
