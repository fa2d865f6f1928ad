using System.Text;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Pages;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Commenting;

namespace Nuke.DockerSlim.Tests.Pages;

/// <summary>A page stays below 1 MB, whatever the image is.</summary>
public sealed class PageWeightTests
{
    [Theory]
    [InlineData(60_000, 6)]
    [InlineData(60_000, 60)]
    [InlineData(200_000, 3)]
    public void Of_an_image_of_many_files(int count, int layers)
    {
        var map = FileMapBuilder.Of(ManyFiles.Tree(count, layers, seed: 5));
        var json = map.ToJson(Samples.Digest('2'));
        Assert.InRange(Encoding.UTF8.GetByteCount(json), FileMapBuilder.UsualBytes / 3, FileMapBuilder.UsualBytes + 1_000);
        Assert.InRange(Encoding.UTF8.GetByteCount(PageDocument.Of(SamplePages.Full with { Files = json })), 1, PageDocument.MostBytes);
    }

    [Fact]
    public void Of_a_report_of_thousands_of_texts_of_thousands_of_characters()
    {
        var text = string.Concat(Enumerable.Repeat("\u202E<\"&", 1_000));
        var report = HostileReport.Of(SamplePages.Full.Report, _ => text);
        report = report with
        {
            Findings = Many(report.Findings, 10_000),
            Lines = [.. Enumerable.Range(1, 10_000).Select(x => report.Lines[0] with { Line = x, LastLine = x })],
            Layers = Many(report.Layers, 127),
            Advice = Many(report.Advice, 1_000),
            Residue = Many(report.Residue, 50),
            Policies = Many(report.Policies, 100),
            Tests = report.Tests with { Failures = Many(report.Tests.Failures, 100), Message = text },
        };
        var page = PageDocument.Of(SamplePages.Full with { Report = report, Dockerfile = null });
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, PageDocument.MostBytes);
    }

    private static IReadOnlyList<T> Many<T>(IReadOnlyList<T> items, int count) =>
        [.. Enumerable.Range(0, count).Select(x => items[x % items.Count])];
}
