using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.PullRequests;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.PullRequests;

public sealed class CommentOccasionTests
{
    [Theory]
    [InlineData(null, CommentWhen.Always)]
    [InlineData("always", CommentWhen.Always)]
    [InlineData("Changed", CommentWhen.Changed)]
    [InlineData(" failed ", CommentWhen.Failed)]
    [InlineData("never", CommentWhen.Never)]
    public void It_is_written_as_one_of_four_words(string? text, CommentWhen expected) =>
        Assert.Equal(expected, CommentOccasion.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("sometimes\n::error::")]
    public void Any_other_word_is_an_error(string text)
    {
        var failure = Assert.Throws<InputException>(() => CommentOccasion.Parse(text));

        Assert.Contains("always, changed, failed and never", failure.Message);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Theory]
    [InlineData(ReportOutcome.Good, 0, null, true, false, false)]
    [InlineData(ReportOutcome.Good, 5, null, true, true, false)]
    [InlineData(ReportOutcome.Good, 5, 0, true, false, false)]
    [InlineData(ReportOutcome.Good, null, null, true, true, false)]
    [InlineData(ReportOutcome.BudgetExceeded, 0, null, true, true, true)]
    [InlineData(ReportOutcome.Failed, null, null, true, true, true)]
    public void What_is_changed_or_failed_is_an_occasion(
        ReportOutcome outcome,
        int? change,
        int? ownChange,
        bool always,
        bool changed,
        bool failed
    )
    {
        ImageReport[] reports =
        [
            new ImageReport
            {
                Outcome = outcome,
                Delta = new DeltaFacts
                {
                    Measures =
                    [
                        Measure("downloadSize", "bytes", change, ownChange),
                        Measure("coldBuild", "milliseconds", 700, null),
                        Measure("layers", "count", 0, null),
                    ],
                },
            },
        ];

        Assert.Equal(
            [always, changed, failed, false],
            new[] { CommentWhen.Always, CommentWhen.Changed, CommentWhen.Failed, CommentWhen.Never }.Select(x =>
                CommentOccasion.Asks(x, reports)
            )
        );
    }

    [Fact]
    public void Without_a_baseline_all_of_it_is_new() =>
        Assert.True(CommentOccasion.Asks(CommentWhen.Changed, [new ImageReport { Outcome = ReportOutcome.Good }]));

    private static MeasureDelta Measure(string name, string unit, int? change, int? ownChange) =>
        new()
        {
            Name = name,
            Unit = unit,
            Change = change,
            OwnChange = ownChange,
            Kind = ChangeKind.Unknown,
        };
}
