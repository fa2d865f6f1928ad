using System.Text;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class ConsoleReportTests
{
    private static readonly ImageReport[] All =
    [
        SampleReports.Good,
        SampleReports.OverBudget,
        SampleReports.TestsFailed,
        SampleReports.Hostile,
        SamplePlatforms.Report,
        SampleSmoke.Failed,
        SampleReports.Grown,
        new() { Image = new() { Name = "fresh" } },
    ];

    [Theory]
    [InlineData("good", 80)]
    [InlineData("good", 160)]
    [InlineData("good", 60)]
    [InlineData("over-budget", 80)]
    [InlineData("over-budget", 60)]
    [InlineData("tests-failed", 80)]
    [InlineData("hostile", 80)]
    [InlineData("platforms", 80)]
    [InlineData("platforms", 60)]
    [InlineData("grown", 80)]
    [InlineData("grown", 60)]
    public void Shows_an_image_as_its_golden_file(string name, int width) =>
        GoldenFile.Holds($"console-{name}-{width}.txt", Text([Named(name)], new() { Width = width }));

    [Fact]
    public void Shows_colours_as_the_golden_file() =>
        GoldenFile.Holds("console-over-budget-80-colour.txt", Text([SampleReports.OverBudget], new() { Colour = true }));

    [Fact]
    public void Shows_ascii_only_as_the_golden_file() =>
        GoldenFile.Holds("console-over-budget-80-ascii.txt", Text([SampleReports.OverBudget], new() { Unicode = false }));

    [Fact]
    public void Shows_several_images_as_the_golden_file() =>
        GoldenFile.Holds(
            "console-several-80.txt",
            Text([SampleReports.Good, SampleReports.OverBudget with { Image = new() { Name = "shop" } }, SampleReports.TestsFailed], new())
        );

    [Fact]
    public void Tells_tags_that_stand_for_the_image_from_others()
    {
        var push = new PushFacts
        {
            Moves = [.. Enum.GetValues<TagState>().Select(x => new TagMove { Tag = $"acme/shop:{(int)x}", State = x })],
        };
        var lines = Text([SampleReports.Good with { Push = push }], new() { Width = 120 }).Split('\n').Select(x => x.Trim()).ToList();
        var first = lines.FindIndex(x => x.StartsWith("push", StringComparison.Ordinal));
        Assert.Equal(
            [
                "push    acme/shop:0 was not moved",
                "acme/shop:1",
                "acme/shop:2 stood for it before",
                "acme/shop:3 may have been moved, the registry did not say",
                "acme/shop:4 was moved, and stands for something else now",
                "acme/shop:5 was put back to what it stood for before",
            ],
            lines.Skip(first).Take(6)
        );
    }

    [Fact]
    public void No_line_takes_more_columns_than_there_are()
    {
        for (var width = ConsoleStyle.NarrowestWidth; width <= ConsoleStyle.WidestWidth; width++)
            foreach (var unicode in new[] { true, false })
            foreach (var line in Text(All, new() { Width = width, Unicode = unicode }).Split('\n'))
                Assert.True(ColumnWidth.Of(line) <= width, $"{width}: {line}");
    }

    [Fact]
    public void Nothing_reaches_the_terminal_or_the_runner_as_a_command()
    {
        for (var width = ConsoleStyle.NarrowestWidth; width <= ConsoleStyle.WidestWidth; width++)
        {
            var text = Text(All, new() { Width = width });
            Assert.DoesNotContain(text, x => char.IsControl(x) && x != '\n');
            Assert.DoesNotContain('\u202E', text);
            Assert.DoesNotContain("##[", text, StringComparison.Ordinal);
            Assert.DoesNotContain("##vso[", text, StringComparison.Ordinal);
            Assert.DoesNotContain(text.Split('\n'), x => x.TrimStart().StartsWith("::", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Colour_adds_sequences_and_changes_no_character()
    {
        var coloured = Text(All, new() { Colour = true });
        var plain = System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9;]*m", "");
        Assert.NotEqual(coloured, plain);
        Assert.Equal(Text(All, new()), string.Join('\n', plain.Split('\n').Select(x => x.TrimEnd())));
    }

    [Fact]
    public void Without_unicode_only_ascii_is_written() => Assert.True(Ascii.IsValid(Text(All, new() { Unicode = false })));

    [Fact]
    public void The_last_line_is_the_outcome()
    {
        Assert.EndsWith(
            "\norders-api: good - download 62.1 MB, cold 18.5 s, warm 0.19 s, edited 5.2 s\n",
            Text([SampleReports.Good], new())
        );
        Assert.EndsWith("\n2 images: 1 good, 1 with failed tests (shop)\n", Text([SampleReports.Good, SampleReports.TestsFailed], new()));
    }

    [Fact]
    public void A_limit_without_figure_is_shown()
    {
        var report = new ImageReport { Budget = [SampleReports.Limit("EditedBuild", 8_000, null, Verdict.NotMeasured, "milliseconds")] };
        Assert.Contains("  edited build       -   8.0 s  ? not measured\n", Text([report], new()));
    }

    [Fact]
    public void The_report_file_may_be_elsewhere_or_nowhere()
    {
        using var writer = new StringWriter();
        ConsoleReport.Write(writer, [SampleReports.Good], new(), _ => "elsewhere/slim-report.json");
        Assert.Contains("  report  elsewhere/slim-report.json\n", writer.ToString());
        using var nowhere = new StringWriter();
        ConsoleReport.Write(nowhere, [SampleReports.Good], new(), _ => null);
        Assert.DoesNotContain("slim-report.json", nowhere.ToString());
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("us-ascii", false)]
    [InlineData("iso-8859-1", false)]
    public void The_writers_encoding_decides_about_characters(string encoding, bool unicode)
    {
        using var writer = new StreamWriter(Stream.Null, Encoding.GetEncoding(encoding));
        Assert.Equal(unicode, ConsoleStyle.For(writer, 100, colour: true).Unicode);
    }

    [Fact]
    public void An_encoding_is_known_by_its_number()
    {
        using var writer = new StreamWriter(Stream.Null, new WrappedEncoding());
        Assert.True(ConsoleStyle.For(writer, null, colour: false).Unicode);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(100, 100)]
    [InlineData(1000, 200)]
    public void The_width_is_kept_within_what_the_texts_are_made_for(int width, int used) =>
        Assert.Equal(used, new ConsoleStyle { Width = width }.Width);

    private static ImageReport Named(string name) =>
        name switch
        {
            "good" => SampleReports.Good,
            "over-budget" => SampleReports.OverBudget,
            "tests-failed" => SampleReports.TestsFailed,
            "grown" => SampleReports.Grown,
            "platforms" => SamplePlatforms.Report,
            _ => SampleReports.Hostile,
        };

    private static string Text(IReadOnlyList<ImageReport> reports, ConsoleStyle style)
    {
        using var writer = new StringWriter();
        ConsoleReport.Write(writer, reports, style);
        return writer.ToString();
    }

    // As the console does to keep a preamble out of the output.
    private sealed class WrappedEncoding : Encoding
    {
        public override int CodePage => 65001;

        public override int GetByteCount(char[] chars, int index, int count) => UTF8.GetByteCount(chars, index, count);

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
            UTF8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

        public override int GetCharCount(byte[] bytes, int index, int count) => UTF8.GetCharCount(bytes, index, count);

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
            UTF8.GetChars(bytes, byteIndex, byteCount, chars, charIndex);

        public override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(charCount);

        public override int GetMaxCharCount(int byteCount) => UTF8.GetMaxCharCount(byteCount);
    }
}
