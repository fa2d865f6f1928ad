using System.Text.RegularExpressions;
using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Commenting;

public sealed class PullRequestCommentTests
{
    public static TheoryData<string> Situations { get; } =
    [
        "first-run",
        "no-change",
        "growth",
        "shrinkage",
        "budget-exceeded",
        "tests-failed",
        "many-tests-failed",
        "smoke-failed",
        "inconclusive",
        "no-baseline",
        "platforms",
        "five-images",
        "hostile-names",
        "too-long",
    ];

    [Theory]
    [MemberData(nameof(Situations))]
    public void Tells_a_situation_as_its_golden_file(string name)
    {
        var comment = PullRequestComment.Render(SampleComments.Named(name), SampleComments.Options);
        GoldenFile.Holds($"comment-{name}.md", comment);
        Assert.True(comment.Length < CommentOptions.DefaultCharacterLimit);
        Assert.Empty(new RenderedMarkdown(comment).Faults("https://github.com/acme/shop/"));
    }

    [Fact]
    public void The_first_line_is_the_marker_of_the_set()
    {
        var reports = SampleComments.Named("five-images");
        var comment = PullRequestComment.Render(reports, new());
        Assert.True(CommentMarker.Of(reports.Select(x => x.Image.Name)).Opens(comment));
        var named = new CommentMarker("all");
        Assert.True(named.Opens(PullRequestComment.Render(reports, new() { Marker = named })));
        Assert.Equal(comment[(comment.IndexOf('\n') + 1)..], PullRequestComment.RenderUnmarked(reports, new()));
    }

    [Theory]
    [InlineData(4_000)]
    [InlineData(10_000)]
    [InlineData(30_000)]
    [InlineData(60_000)]
    public void No_comment_is_longer_than_its_limit(int limit)
    {
        var hostile = new HostileText(seed: 60);
        ImageReport[] all =
        [
            .. Enumerable.Range(0, 200).Select(_ => HostileReport.Of(SampleReports.Grown, _ => hostile.Next() + new string('@', 500))),
        ];
        for (var count = 1; count <= all.Length; count *= 5)
        {
            var comment = PullRequestComment.Render(all[..count], new() { CharacterLimit = limit });
            Assert.True(comment.Length <= limit, $"{count} images: {comment.Length}");
        }
        Assert.Contains(
            "Left out to stay below",
            PullRequestComment.Render(all, new() { CharacterLimit = limit }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_most_important_details_stay_longest()
    {
        var reports = SampleComments.Named("growth");
        string[] order =
        [
            "<summary>Size history",
            "<summary>Slowest lines",
            "<summary>Findings",
            "<summary>What grew by path",
            "<summary>Bytes by",
        ];
        var gone = 0;
        for (var limit = 9_000; limit > 4_000; limit -= 250)
        {
            var comment = PullRequestComment.Render(reports, SampleComments.Options with { CharacterLimit = limit });
            var missing = order.Count(x => !comment.Contains(x, StringComparison.Ordinal));
            Assert.True(missing >= gone);
            Assert.DoesNotContain(order.Take(missing), x => comment.Contains(x, StringComparison.Ordinal));
            gone = missing;
        }
        Assert.True(gone > 1);
    }

    [Fact]
    public void What_it_was_taken_with_is_no_news()
    {
        var reports = SampleComments.Named("growth");
        var comment = PullRequestComment.Render(reports, SampleComments.Options);
        var again = PullRequestComment.Render(
            reports,
            SampleComments.Options with
            {
                RunAddress = new("https://github.com/acme/shop/actions/runs/2"),
            }
        );
        Assert.NotEqual(comment, again);
        Assert.True(PullRequestComment.SaysTheSame(comment.ReplaceLineEndings("\r\n").TrimEnd(), again));
        Assert.False(PullRequestComment.SaysTheSame(null, again));
        Assert.False(
            PullRequestComment.SaysTheSame(PullRequestComment.Render(SampleComments.Named("no-change"), SampleComments.Options), again)
        );
    }

    [Theory]
    [InlineData("../../../evil/repository/Dockerfile")]
    [InlineData("a//Dockerfile")]
    [InlineData("")]
    public void A_path_that_leads_elsewhere_is_no_link(string path)
    {
        var report = SampleReports.OverBudget with { Image = SampleReports.OverBudget.Image with { Dockerfile = path } };
        var comment = PullRequestComment.Render([report with { Findings = [] }], SampleComments.Options);
        Assert.DoesNotContain("/blob/", comment, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_of_a_path_stay_in_it()
    {
        var report = SampleReports.Good with { Image = SampleReports.Good.Image with { Dockerfile = "a b/<x>?y#z|`)" } };
        var comment = PullRequestComment.Render([report], SampleComments.Options);
        Assert.Contains("/a%20b/%3Cx%3E%3Fy%23z%7C%60%29#L33>)", comment, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_of_hostile_texts_break_out_of_nothing()
    {
        var hostile = new HostileText(seed: 66);
        for (var i = 0; i < 200; i++)
        {
            var report = HostileReport.Of(SampleReports.Grown, _ => hostile.Next());
            var rendered = new RenderedMarkdown(PullRequestComment.Render([report], SampleComments.Options));
            Assert.Empty(rendered.Faults("https://github.com/acme/shop/"));
            Assert.All(
                Counted,
                x => Assert.Equal(rendered.Tags.Count(tag => tag == $"<{x}>"), rendered.Tags.Count(tag => tag == $"</{x}>"))
            );
            Assert.Equal(0, Regex.Count(rendered.Html, "<details>(?![\\s\\S]*</details>)"));
        }
    }

    [Fact]
    public void Figures_that_cannot_be_added_up_are_refused_in_one_sentence()
    {
        var line = SampleReports.Good.Lines[5] with { Layer = new(long.MaxValue) };
        var report = SampleReports.Good with { Lines = [.. Enumerable.Range(1, 40).Select(x => line with { Line = x })] };
        Assert.StartsWith(
            "The reports hold figures",
            Assert.Throws<InputException>(() => PullRequestComment.Render([report], new())).Message,
            StringComparison.Ordinal
        );
    }

    private static readonly string[] Counted = ["details", "summary", "table", "tr", "code", "pre", "p", "ul"];
}
