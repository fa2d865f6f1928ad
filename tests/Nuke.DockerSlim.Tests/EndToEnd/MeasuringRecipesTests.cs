using System.Globalization;
using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>The sample's report, figure by figure, against what docs/measuring.md says to do by hand.</summary>
[Collection(SampleCollection.Name)]
public sealed class MeasuringRecipesTests
{
    private static readonly string[] NotOfTheSample = ["node_modules", "dist", "coverage", "test-results"];

    [EngineTheory, OnBothStores]
    public async Task The_recipes_come_to_the_figures_of_the_sample_s_report(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        CopySample(Path.Combine(Fixtures.RepositoryRoot, "samples", "orders-api"), build["orders-api"]);
        // The last part names the image, and with it the steps in the builder's cache: a later run of the tests finds what this one installed.
        const string Name = "recipes";
        string[] image = ["--build-context", "orders-api", "--image-repository", $"{build.Name}/{Name}"];
        await using (var running = build.Start(["SlimImage", "--scenarios", "warm", .. image]))
            (await running.EndAsync(TimeSpan.FromMinutes(8))).MustEnd(0);
        var report = build.Report(Name);
        var hand = new Hand(
            new Dictionary<string, string?>
            {
                ["DOCKER_HOST"] = build.Engine.Host,
                ["IMAGE"] = report.At("image.localReference"),
                ["BASE"] = "node:20-bookworm-slim",
                ["CONTEXT"] = build["orders-api"],
                ["NAME"] = Name,
                ["METADATA"] = build[$"artifacts/images/{Name}/production.metadata.json"],
            }
        );

        await hand.MustWeighLikeAsync(report, isExact: store == Stores.Containerd);
        await hand.MustAttributeLikeAsync(report);
        await hand.MustFindLikeAsync(report);
        await hand.MustCountLikeAsync(report);
        await hand.MustBuildLikeAsync(report);
        await hand.MustSendLikeAsync(report);
        await hand.MustPullLikeAsync(report);
        Assert.Equal(Recipes.Names.Order(), hand.Done.Order());
    }

    internal static void CopySample(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from).Where(x => !NotOfTheSample.Contains(Path.GetFileName(x))))
            CopySample(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    /// <summary>Someone with a shell and the document.</summary>
    private sealed class Hand(Dictionary<string, string?> variables)
    {
        public HashSet<string> Done { get; } = [];

        public async Task MustWeighLikeAsync(JsonElement report, bool isExact)
        {
            var lines = await DoAsync("layers");
            var weighed = lines.SkipLast(1).Select(x => (DiffId: x[0], Download: Number(x[1]), Unpacked: Number(x[2]))).ToArray();
            var layers = report.Items("layers");
            Assert.Equal(weighed.Select(x => (x.DiffId, x.Unpacked)), layers.Select(x => (x.At("diffId"), x.NumberAt("unpackedBytes"))));
            Assert.Equal(weighed.Sum(x => x.Unpacked), report.NumberAt("sizes.unpackedBytes"));

            var inBase = (int)Number((await DoAsync("base")).Single()[0]);
            Assert.Equal(weighed.Take(inBase).Sum(x => x.Unpacked), report.NumberAt("sizes.baseUnpackedBytes"));
            Assert.Equal(weighed.Skip(inBase).Sum(x => x.Unpacked), report.NumberAt("sizes.ownUnpackedBytes"));
            Assert.Equal(layers.Select((_, i) => $"{i < inBase}"), layers.Select(x => x.At("fromBase")));

            var config = Number(lines[^1][1]);
            Assert.Equal($"{isExact}", report.At("sizes.downloadIsExact"));
            if (isExact)
            {
                Assert.Equal(weighed.Select(x => x.Download), layers.Select(x => x.NumberAt("downloadBytes")));
                Assert.Equal(config + weighed.Sum(x => x.Download), report.NumberAt("sizes.downloadBytes"));
                Assert.Equal(weighed.Take(inBase).Sum(x => x.Download), report.NumberAt("sizes.baseDownloadBytes"));
            }
            else
                Assert.Equal(config + layers.Sum(x => x.NumberAt("downloadBytes")), report.NumberAt("sizes.downloadBytes"));

            var made = await DoAsync("history");
            var instructions = layers.Select(x => x.At("instruction").Split(' ')).ToArray();
            Assert.Equal(instructions.Length, made.Count);
            // BuildKit leaves options out and says at the end whose instruction it is: the word and the destination stay.
            Assert.Equal(
                instructions.Skip(inBase).Select(x => (x[0], x[^1])),
                made.Skip(inBase).Select(x => (x[0], x.TakeWhile(y => y != "#").Last()))
            );
        }

        public async Task MustAttributeLikeAsync(JsonElement report)
        {
            var layers = report.Items("layers");
            var lines = await DoAsync("lines");
            var own = layers.Index().Where(x => x.Item.At("fromBase") == "False").Select(x => x.Index + 1L).ToArray();
            Assert.Equal(own, lines.Select(x => Number(x[0])).Where(own.Contains).Order());
            Assert.All(lines, x => Assert.Equal(x[1], layers[(int)Number(x[0]) - 1].At("line")));
            foreach (var line in report.Items("lines").Where(x => x.At("layerBytes") is not ("0" or "")))
                Assert.Equal(
                    layers.Where(x => x.At("line") == line.At("line")).Sum(x => x.NumberAt("unpackedBytes")),
                    line.NumberAt("layerBytes")
                );
        }

        public async Task MustFindLikeAsync(JsonElement report)
        {
            var lines = await DoAsync("contents");
            Assert.Equal(Number(lines[0][0]), report.NumberAt("contents.liveBytes"));
            Assert.Equal(Number(lines[1][0]) - Number(lines[0][0]), report.NumberAt("contents.wastedBytes"));
        }

        public async Task MustCountLikeAsync(JsonElement report)
        {
            var lines = await DoAsync("packages");
            Assert.Equal(
                (Number(lines[0][0]), Number(lines[1][0])),
                (report.NumberAt("surface.packages.dpkg"), report.NumberAt("surface.packages.npm"))
            );
            Assert.Equal(Number(lines[0][0]) + Number(lines[1][0]), report.NumberAt("inventory.packageCount"));
        }

        public async Task MustBuildLikeAsync(JsonElement report)
        {
            var steps = (await DoAsync("steps")).Single();
            Assert.Equal((steps[0], steps[1]), (report.At("builds.warm.steps"), report.At("builds.warm.cachedSteps")));
        }

        public async Task MustSendLikeAsync(JsonElement report)
        {
            var lines = await DoAsync("context");
            Assert.Equal((lines[0][0], lines[0][1]), (report.At("context.bytes"), report.At("context.files")));
            Assert.Equal((lines[1][0], lines[1][1]), (report.At("context.ignored.bytes"), report.At("context.ignored.files")));
            Assert.Equal("0", report.At("context.unusedFiles"));
        }

        public async Task MustPullLikeAsync(JsonElement report)
        {
            foreach (var (bytes, seconds) in new[] { ("downloadBytes", "seconds"), ("ownDownloadBytes", "secondsWithBase") })
            {
                variables["DOWNLOAD"] = report.At($"sizes.{bytes}");
                var line = (await DoAsync("pull")).Single();
                Assert.Equal(decimal.Parse(line[0], CultureInfo.InvariantCulture), report.Find($"pull.{seconds}").GetDecimal());
            }
        }

        private async Task<IReadOnlyList<string[]>> DoAsync(string recipe)
        {
            Done.Add(recipe);
            return await Recipes.RunAsync(recipe, variables);
        }

        private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
    }
}
