using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class ConsoleHistoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 19, 5, 0, TimeSpan.Zero);

    private static readonly PastImage[] Images =
    [
        Image('4', 4, 80_114_000, 214_300_000, 252_000, 190, "88c3033f9a1b2c3d-dirty"),
        Image('3', 3, 188_312_004, 1_003_112_900, null, null, null),
        Image('2', 2, 188_312_004, 1_003_112_900, 185_200, 205, "9d350520000000"),
        Image('1', 1, 79_001_000, 213_000_000, 190_000, 5_230, "09a750600000"),
    ];

    private static TagHistory History { get; } =
        new()
        {
            Reference = "ghcr.io/acme/shop:main",
            Platform = "linux/amd64",
            Images = TagHistory.Steps(Images, 10),
        };

    [Theory]
    [InlineData(80, true)]
    [InlineData(60, true)]
    [InlineData(80, false)]
    public void It_fits_the_columns(int width, bool unicode)
    {
        var text = Text(History, width, unicode);
        Assert.All(text.Split('\n'), x => Assert.True(x.Length <= width, x));
        Assert.True(unicode || System.Text.Ascii.IsValid(text));
        GoldenFile.Holds($"console-history-{width}{(unicode ? "" : "-ascii")}.txt", text);
    }

    [Fact]
    public void That_there_is_none_is_said() =>
        Assert.Equal(
            "shop:main\n  no history: the registry docker.io has no such image\n",
            Text(new TagHistory { Reference = "shop:main", Missing = "the registry docker.io has no such image" }, 80, true)
        );

    [Fact]
    public void What_others_wrote_commands_no_terminal()
    {
        var hostile = History with { Images = TagHistory.Steps([Images[0] with { Revision = "\u001b[31m::" }], 1) };
        Assert.DoesNotContain('\u001b', Text(hostile, 80, true));
    }

    [Fact]
    public void Images_without_figures_have_a_row_and_no_chart()
    {
        var text = Text(History with { Images = TagHistory.Steps([Images[0] with { Download = null, Unpacked = null }], 1) }, 80, true);
        Assert.Contains("?", text);
        Assert.DoesNotContain("▄", text);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Runs_are_told_apart_by_the_minute_and_say_what_they_came_to(int width)
    {
        var runs = History with
        {
            Kind = HistoryKind.Runs,
            Reference = "artifacts/images/shop/run-history.json",
            Images = TagHistory.Steps(
                [
                    .. Images.Select(x =>
                        x with
                        {
                            EditedMilliseconds = x.ColdMilliseconds / 10,
                            Outcome = x.Digest.Hex[0] == '3' ? ReportOutcome.BudgetExceeded : ReportOutcome.Good,
                        }
                    ),
                ],
                10
            ),
        };
        var text = Text(runs, width, true);
        Assert.All(text.Split('\n'), x => Assert.True(x.Length <= width, x));
        GoldenFile.Holds($"console-history-runs-{width}.txt", text);
    }

    [Fact]
    public void The_file_has_every_figure()
    {
        var json = new ImageHistory { Name = "shop", Tags = [History] }.ToJson();
        GoldenFile.Holds("image-history.json", json);
    }

    private static string Text(TagHistory history, int width, bool unicode)
    {
        using var writer = new StringWriter();
        ConsoleHistory.Write(history, new ConsoleLines(writer, new ConsoleStyle { Width = width, Unicode = unicode }));
        return writer.ToString();
    }

    private static PastImage Image(char digest, int day, long download, long unpacked, long? cold, long? warm, string? revision) =>
        new()
        {
            Digest = Samples.Digest(digest),
            MeasuredAt = Start.AddDays(day),
            Download = new(download),
            Unpacked = new(unpacked),
            ColdMilliseconds = cold,
            WarmMilliseconds = warm,
            Revision = revision,
        };
}
