using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Images that exist already, measured wherever they lie.</summary>
public sealed class MeasuredImageTests
{
    [EngineTheory, OnBothStores]
    public async Task The_same_image_has_the_same_unpacked_bytes_in_every_place(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: "cat /bin/ls > /made");
        var repository = $"{Stores.Registry}/{build.Name}";
        (await build.SlimAsync(["--image-repository", repository, "--push-image", "--image-tags", "1"])).MustEnd(0);
        var built = build.Report();
        await DockerAsync(build, "save", "--output", build["saved.tar"], $"{repository}:dockerslim");
        Directory.CreateDirectory(build["layout"]);
        System.Formats.Tar.TarFile.ExtractToDirectory(build["saved.tar"], build["layout"], overwriteFiles: true);

        string[] places =
        [
            $"docker-daemon:{repository}:dockerslim",
            $"docker://{repository}:1",
            $"docker-archive:{build["saved.tar"]}",
            $"oci-archive:{build["saved.tar"]}",
            $"oci:{build["layout"]}",
        ];
        foreach (var place in places)
        {
            (await build.RunAsync("MeasureImage", "--measured-image", place, "--image-repository", "acme/measured"))
                .MustEnd(0)
                .MustSay("unpacked size");
            var report = build.Report("measured");
            Assert.Equal(Layers(built), Layers(report));
            Assert.Equal(place, report.At("image.source"));
            Assert.Equal(built.At("image.configDigest"), report.At("image.configDigest"));
            // A push made the exact figures known; the classic store itself keeps none.
            if (store == Stores.Containerd || place.StartsWith("docker://", StringComparison.Ordinal))
                Assert.Equal(
                    ("True", built.At("sizes.downloadBytes")),
                    (report.At("sizes.downloadIsExact"), report.At("sizes.downloadBytes"))
                );
            else
                Assert.Equal("False", report.At("sizes.downloadIsExact"));
        }
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_registry_is_measured_without_an_engine_and_held_against_limits(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        var repository = $"{Stores.Registry}/{build.Name}";
        (await build.SlimAsync(["--image-repository", repository, "--push-image", "--image-tags", "1"])).MustEnd(0);
        await using var elsewhere = UserBuild.WithoutEngine();

        var run = await elsewhere.RunAsync(
            "MeasureImage",
            "CheckBudgets",
            "--measured-image",
            $"docker://{repository}:1",
            "--unpacked-size",
            "1MB"
        );

        run.MustEnd(3).MustSay("unpacked size", "exceeds 1.0 MB");
        Assert.Equal("budgetExceeded", elsewhere.Report(build.Name).At("outcome"));
        (await elsewhere.RunAsync("MeasureImage", "--measured-image", $"docker://{repository}:2"))
            .MustEnd(4)
            .MustSay($"The registry {Stores.Registry} has no {repository}:2");
    }

    [EngineTheory, OnBothStores]
    public async Task An_image_without_layers_is_measured_or_explained(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Write("Dockerfile", $"FROM scratch AS production\nLABEL empty={build.Name}\n");

        var run = await build.SlimAsync("--allow-untested");

        if (store == Stores.Classic)
            run.MustEnd(1).MustSay("has no layers, and the engine's classic store cannot export such an image");
        else
        {
            run.MustEnd(0);
            Assert.Equal((0, "True"), (build.Report().NumberAt("sizes.unpackedBytes"), build.Report().At("sizes.downloadIsExact")));
        }
    }

    [Fact]
    public async Task What_is_no_image_is_said_before_anything_is_asked()
    {
        await using var build = UserBuild.WithoutEngine();
        build.Write("notes.tar", "not a tar at all");

        (await build.RunAsync("MeasureImage", "--measured-image", "notes.tar"))
            .MustEnd(1)
            .MustSay("'notes.tar' does not say where the image lies");
        (await build.RunAsync("MeasureImage", "--measured-image", "oci-archive:gone.tar"))
            .MustEnd(1)
            .MustSay("There is no file", "gone.tar");
        (await build.RunAsync("MeasureImage", "--measured-image", "oci-archive:notes.tar")).MustEnd(1).MustSay("is no tar");
        (await build.RunAsync("SlimImage", "--measured-image", "oci-archive:notes.tar"))
            .MustEnd(1)
            .MustSay("use it with MeasureImage and CheckBudgets, not with SlimImage");
    }

    private static IEnumerable<(string, long)> Layers(JsonElement report) =>
        report.Items("layers").Select(x => (x.At("diffId"), x.NumberAt("unpackedBytes")));

    private static async Task DockerAsync(UserBuild build, params string[] arguments)
    {
        var run = await Tool.RunAsync("docker", arguments, new Dictionary<string, string?> { ["DOCKER_HOST"] = build.Engine.Host });
        Assert.True(run.ExitCode == 0, run.Output);
    }
}
