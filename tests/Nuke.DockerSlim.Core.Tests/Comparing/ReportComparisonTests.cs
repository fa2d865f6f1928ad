using Nuke.DockerSlim.Comparing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Comparing;

public sealed class ReportComparisonTests
{
    private static readonly InputFacts Inputs = new()
    {
        Dockerfile = Samples.Digest('1'),
        Context = Samples.Digest('2'),
        Settings = Samples.Digest('3'),
        Bases = Samples.Digest('4'),
    };

    private static readonly ImageReport Before = Report(baseBytes: 1_000_000, ownBytes: 50_000, 'b', 'o', 'c', Inputs);

    [Fact]
    public void Nothing_changed_is_the_same_everywhere()
    {
        var delta = ReportComparison.Of(Before, Before);

        Assert.All(delta.Measures, x => Assert.Equal(ChangeKind.Same, x.Kind));
        Assert.Equal((0, 0, 0, false, true), Parts(delta));
        Assert.Empty(delta.Lines);
    }

    [Fact]
    public void What_the_change_brings_is_its_own_and_at_its_line()
    {
        var after = Report(1_000_000, 10_050_000, 'b', 'p', 'd', Inputs with { Context = Samples.Digest('9') }, line: 5);

        var delta = ReportComparison.Of(Before, after);

        Assert.Equal((10_000_000, 0, 0, false, false), Parts(delta));
        var line = Assert.Single(delta.Lines);
        Assert.Equal((5, 3, 10_000_000, ChangeCause.Own), (line.Line, line.LineBefore, line.LayerChange, line.Cause));
        var unpacked = Measure(delta, "unpackedSize");
        Assert.Equal(
            (10_000_000, 10_000_000, 952.38, ChangeKind.More),
            (unpacked.Change, unpacked.OwnChange, unpacked.Percent, unpacked.Kind)
        );
    }

    [Fact]
    public void Another_base_image_is_charged_to_it_with_all_that_is_built_on_it()
    {
        var after = Report(1_300_000, 50_512, 'B', 'p', 'd', Inputs with { Bases = Samples.Digest('5') });

        var delta = ReportComparison.Of(Before, after);

        Assert.Equal((0, 300_512, 0, true, true), Parts(delta));
        Assert.All(delta.Lines, x => Assert.Equal(ChangeCause.Base, x.Cause));
        Assert.Equal(0, Measure(delta, "downloadSize").OwnChange);
    }

    [Fact]
    public void The_same_inputs_and_other_bytes_are_nobodys()
    {
        var delta = ReportComparison.Of(Before, Report(1_000_000, 50_512, 'b', 'p', 'd', Inputs));

        Assert.Equal((0, 0, 512, false, true), Parts(delta));
        Assert.Equal(0, Measure(delta, "unpackedSize").OwnChange);
    }

    [Fact]
    public void The_same_files_at_another_time_are_nobodys_whatever_else_changed()
    {
        var after = Report(1_000_000, 50_512, 'b', 'p', 'c', Inputs with { Dockerfile = Samples.Digest('9') });

        Assert.Equal((0, 0, 512, false, false), Parts(ReportComparison.Of(Before, after)));
    }

    [Fact]
    public void Reports_of_older_versions_say_less_and_nothing_wrong()
    {
        var old = Before with { Inputs = null, Layers = [.. Before.Layers.Select(x => x with { ContentDigest = null })] };

        var delta = ReportComparison.Of(old, Report(1_000_000, 60_000, 'b', 'p', 'd', Inputs));

        Assert.Null(delta.Drift!.SameInputs);
        Assert.Equal(10_000, delta.Drift.Own);
    }

    [Fact]
    public void An_exact_and_a_computed_download_that_differ_by_less_than_the_computing_may_are_inconclusive()
    {
        var after = Report(1_010_000, 51_000, 'c', 'p', 'd', Inputs);
        after = after with { Sizes = after.Sizes! with { DownloadIsExact = true } };

        var delta = ReportComparison.Of(Before, after);

        Assert.Equal(ChangeKind.Inconclusive, Measure(delta, "downloadSize").Kind);
        Assert.Equal(ChangeKind.More, Measure(delta, "unpackedSize").Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_layer_that_both_have_weighs_the_same_where_only_one_is_exact(bool beforeIsExact)
    {
        // The registry knows the base to weigh 5,000 bytes less than was computed; the change is the own layer's alone.
        var (before, after) = (Before, Report(1_000_000, 70_000, 'b', 'p', 'd', Inputs with { Context = Samples.Digest('9') }));
        if (beforeIsExact)
            before = Exactly(before);
        else
            after = Exactly(after);

        var delta = ReportComparison.Of(before, after);

        var download = Measure(delta, "downloadSize");
        Assert.Equal((10_000L, ChangeKind.More), (download.Change, download.Kind));
        Assert.Equal(10_000, Measure(delta, "ownDownloadSize").Change);
        return;

        static ImageReport Exactly(ImageReport report) =>
            report with
            {
                Sizes = report.Sizes! with { DownloadIsExact = true, Download = new(report.Sizes.Download.Bytes - 5_000) },
                Layers = [report.Layers[0] with { Download = new(report.Layers[0].Download.Bytes - 5_000) }, report.Layers[1]],
            };
    }

    [Theory]
    [InlineData(-8, ChangeKind.Same)]
    [InlineData(1_000, ChangeKind.Same)]
    [InlineData(2_000, ChangeKind.More)]
    public void What_is_built_of_the_same_is_the_same_but_for_what_times_compress_to(long bytes, ChangeKind kind)
    {
        var after = Before with { Sizes = Before.Sizes! with { Download = new(Before.Sizes.Download.Bytes + bytes) } };

        var download = Measure(ReportComparison.Of(Before, after), "downloadSize");

        Assert.Equal((kind, bytes, 0), (download.Kind, download.Change, download.OwnChange));
    }

    [Fact]
    public void A_percentage_of_nothing_is_none()
    {
        var before = Before with { Contents = Contents() };
        var after = before with { Contents = Contents() with { Files = 3 } };

        var files = Measure(ReportComparison.Of(before, after), "files");

        Assert.Equal((0, 3, 3, null), (files.Before, files.After, files.Change, files.Percent));
    }

    [Fact]
    public void Builds_of_which_the_cache_took_another_part_are_not_compared()
    {
        var before = Before with { Builds = new() { Edited = Build(5_000, cached: 5) } };
        var after = Before with { Builds = new() { Edited = Build(20_000, cached: 0) } };

        Assert.Equal(ChangeKind.Unknown, Measure(ReportComparison.Of(before, after), "editedBuild").Kind);
    }

    [Fact]
    public void Void_builds_are_no_figures()
    {
        var after = Before with { Builds = new() { Cold = Build(5_000, 0) with { Void = "not cold" } } };

        Assert.DoesNotContain(ReportComparison.Of(Before, after).Measures, x => x.Name == "coldBuild");
    }

    private static (long, long, long, bool, bool?) Parts(DeltaFacts delta) =>
        delta.Drift is { } x ? (x.Own, x.Base, x.Rebuild, x.BaseMoved, x.SameInputs) : default;

    private static MeasureDelta Measure(DeltaFacts delta, string name) => delta.Measures.Single(x => x.Name == name);

    private static ContentsFacts Contents() =>
        new()
        {
            Files = 0,
            Live = default,
            Wasted = default,
            Efficiency = 1,
        };

    private static TimedBuild Build(long milliseconds, int cached) =>
        new()
        {
            Milliseconds = milliseconds,
            Steps = 9,
            CachedSteps = cached,
        };

    private static ImageReport Report(
        long baseBytes,
        long ownBytes,
        char baseLayer,
        char ownLayer,
        char files,
        InputFacts inputs,
        int line = 3
    ) =>
        new()
        {
            Inputs = inputs,
            Sizes = new()
            {
                Download = new((baseBytes + ownBytes) / 2),
                DownloadIsExact = false,
                Unpacked = new(baseBytes + ownBytes),
                BaseUnpacked = new(baseBytes),
                OwnUnpacked = new(ownBytes),
                BaseDownload = new(baseBytes / 2),
                OwnDownload = new(ownBytes / 2),
            },
            Layers = [Layer(baseLayer, baseBytes, 1, null), Layer(ownLayer, ownBytes, line, Hash(files))],
            Lines = [Line(1, "FROM node AS production", baseBytes), Line(line, "COPY . .", ownBytes)],
        };

    private static LayerFacts Layer(char diffId, long bytes, int line, Digest? files) =>
        new()
        {
            DiffId = Hash(diffId),
            Download = new(bytes / 2),
            Unpacked = new(bytes),
            Line = line,
            FromBase = files is null,
            ContentDigest = files,
        };

    private static LineFacts Line(int line, string instruction, long bytes) =>
        new()
        {
            Stage = "production",
            Line = line,
            LastLine = line,
            Instruction = instruction,
            Layer = new(bytes),
            Download = new(bytes / 2),
        };

    // Any letter, as a digest.
    private static Digest Hash(char letter) => new("sha256:" + ((int)letter).ToString("x2").PadLeft(64, '0'));
}
