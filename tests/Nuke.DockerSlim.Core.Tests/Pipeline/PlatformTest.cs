using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Hosting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>One image of two platforms, the second of which is the larger, on fake ports whose builder runs the first.</summary>
public abstract class PlatformTest : PipelineTest
{
    private protected const string Amd = "linux/amd64";
    private protected const string Arm = "linux/arm64";

    private protected PlatformTest()
    {
        var tar = new OciTar();
        var (amd, arm) = (tar.Image(Amd, Layer("app", 700)), tar.Image(Arm, Layer("app", 90_000)));
        Manifests = new() { [Amd] = new Digest(amd), [Arm] = new Digest(arm) };
        Ports.Saved = tar.ToStream;
        Ports.Runnable = [Amd, "linux/386"];
        Ports.Uploaded = x =>
            Samples.Digest(
                x.Tag is not { } tag ? 'e'
                : tag.EndsWith("amd64", StringComparison.Ordinal) ? 'a'
                : 'b'
            );
        Ports.Held = x =>
            x.Digest == Samples.Digest('a') ? Held(Amd)
            : x.Digest == Samples.Digest('b') ? Held(Arm)
            : Held(Amd, Arm);
        Platforms = new PlatformPipeline(Pipeline, Ports);
        Take(Definition);
    }

    private protected static ImageDefinition Definition { get; } =
        new("acme/shop")
        {
            Platforms = [Amd, Arm],
            Tags = ["1", "latest"],
            Scenarios = [BuildScenario.Cold, BuildScenario.Warm],
            Budget = new() { DownloadSize = 80.MB },
        };

    private protected PlatformPipeline Platforms { get; }

    private protected Dictionary<string, Digest> Manifests { get; }

    /// <summary>A platform's own report as a later target would read it.</summary>
    private protected ImageReport ReportOf(string platform) =>
        JsonReport.Read(Path.Combine(Work.Folder.Path, "platforms", platform.Replace('/', '-'), "slim-report.json"));

    private protected PlatformFacts Facts(string platform) => Measured.Platforms.Single(x => x.Platform == platform);

    private protected async Task AllBuiltAsync()
    {
        await Platforms.PlanAsync(Work, default);
        await Platforms.BuildAsync(Work, new ToolFacts { Engine = "28" }, default);
    }

    private protected async Task AllMeasuredAsync()
    {
        await AllBuiltAsync();
        await Platforms.TestAsync(Work, new Progress<string>(), default);
        await Platforms.MeasureAsync(Work, default);
    }

    private protected PublishedImage Held(params string[] platforms) =>
        new(
            Samples.Digest(
                platforms.Length > 1 ? 'e'
                : platforms[0] == Amd ? 'a'
                : 'b'
            ),
            [
                .. platforms.Select(x => new PublishedPlatform(
                    Manifests[x],
                    ReportOf(x).Image.ConfigDigest!.Value,
                    new(50),
                    [(Samples.Digest('2'), new(x == Amd ? 300 : 900))]
                )),
            ]
        );

    private static byte[] Layer(string file, int bytes) => OciTar.GZip(OciTar.Layer(file, bytes));
}
