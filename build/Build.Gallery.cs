#nullable enable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Gallery;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.DockerSlim.Components;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;

// Every sample built naive and in stages by this tool's own targets, in one table; docs/gallery.md is what a full run printed.
partial class Build
{
    // What a pipeline runs at each change.
    static readonly string[] UsualSamples = ["orders-api", "go-server", "dotnet-api", "express-web"];

    [Parameter("With Gallery: all samples, time comparisons and broken variants; writes docs/gallery.md - default: a subset")]
    readonly bool AllSamples;

    AbsolutePath GalleryFolder => RootDirectory / "artifacts" / "gallery";

    Target Gallery =>
        _ =>
            _.Description("Builds, tests, measures and starts the samples, naive and multi-stage, and shows what articles claim beside it")
                .DependsOn(ProvideEngine)
                .Executes(() => SettleAsync(RunGalleryAsync()));

    async Task RunGalleryAsync()
    {
        var clock = Stopwatch.StartNew();
        var samples = ChosenSamples();
        var images = GalleryImages.Where(x => samples.Any(y => y.Name == x.Name || y.NaiveName == x.Name)).ToArray();
        var isWhole = AllSamples && samples.Count == GallerySamples.Count;
        var troubles = isWhole ? GalleryTroubles : [];
        var bases = await new GalleryBases(RootDirectory).ProvideAsync(
            BaseImage.NamedIn([.. images.SelectMany(TextsNamingBases), .. troubles.Select(TextNamingBases)])
        );
        var runs = new GalleryRuns(RootDirectory, GalleryFolder);
        foreach (var image in images)
            await runs.SlimAsync(image.Name, keep: samples.Any(x => x.Name == image.Name));
        if (isWhole)
            await CompareTimesAsync(runs);
        var explained = new List<TroubleResult>();
        foreach (var trouble in troubles)
            explained.Add(await runs.ProvokeAsync(trouble));
        runs.Tidy();
        var result = new GalleryResult
        {
            CreatedAt = DateTimeOffset.UtcNow,
            Took = clock.Elapsed,
            Processors = Environment.ProcessorCount,
            IsWhole = isWhole,
            Load = runs.Load,
            Rows = [.. samples.Select(x => new GalleryRow(x, runs.ReportOf(x.NaiveName), runs.ReportOf(x.Name)))],
            Times = isWhole ? TimeComparisons(runs.ReportOf) : [],
            Troubles = explained,
            Bases = bases,
        };
        Publish(result, isWhole ? RootDirectory / "docs" : GalleryFolder);
        if (result.Failures is { Count: > 0 } failures)
            throw new InputException([
                .. failures.Select(x => $"Gallery: {x}; its run's output is in {RootDirectory.GetRelativePathTo(runs.LogFolder)}."),
            ]);
    }

    IReadOnlyList<Sample> ChosenSamples()
    {
        if (((IHazImages)this).OnlyImage is not { Length: > 0 } names)
            return [.. GallerySamples.Where(x => AllSamples || UsualSamples.Contains(x.Folder))];
        var unknown = names.Where(x => !GallerySamples.Any(y => IsNamed(y, x))).ToArray();
        return unknown.Length == 0
            ? [.. GallerySamples.Where(x => names.Any(y => IsNamed(x, y)))]
            : throw new InputException(
                $"There is no sample '{string.Join("', '", unknown)}'; the gallery has {string.Join(", ", GallerySamples.Select(x => x.Name))}."
            );
    }

    static bool IsNamed(Sample sample, string name) => sample.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    static IEnumerable<string> TextsNamingBases(ImageDefinition image) =>
        [.. image.BuildArgs, File.ReadAllText(image.DockerfilePath(RootDirectory))];

    static string TextNamingBases(Trouble trouble) => File.ReadAllText(RootDirectory / "samples" / "broken" / trouble.Name / "Dockerfile");

    async Task CompareTimesAsync(GalleryRuns runs)
    {
        MakeClutter(runs.Root);
        try
        {
            foreach (var image in TimeImages)
                await runs.SlimAsync(image.Name, keep: false);
        }
        finally
        {
            Directory.Delete(runs.Root / Clutter, recursive: true);
        }
    }

    void Publish(GalleryResult result, AbsolutePath folder)
    {
        Console.WriteLine();
        Console.Write(GalleryTable.Render(result, Console.IsOutputRedirected ? 120 : Math.Max(80, Console.WindowWidth)));
        File.WriteAllText(RootDirectory / "artifacts" / "gallery.json", GalleryJson.Render(result));
        File.WriteAllText(folder / "gallery.md", GalleryMarkdown.Render(result));
        File.WriteAllText(folder / "gallery.svg", GalleryChart.Render(result));
        Console.WriteLine();
        Console.WriteLine(
            $"gallery  {RootDirectory.GetRelativePathTo(folder)}/gallery.md, gallery.svg, artifacts/gallery.json ({result.Took:m\\m\\ ss\\s})"
        );
    }
}
