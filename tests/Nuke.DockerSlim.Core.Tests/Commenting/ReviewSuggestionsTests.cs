using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Commenting;

public sealed class ReviewSuggestionsTests
{
    private const string TwoPieces = """
        --- a/src/Dockerfile
        +++ b/src/Dockerfile
        @@ -2,5 +2,4 @@
         FROM node:20
        -ADD a .
        +COPY a .
         COPY b .
        -RUN one
        -RUN two
        +RUN one && two
        --- a/.dockerignore
        +++ b/.dockerignore
        @@ -1 +1,2 @@
        -node_modules
        +node_modules
        +dist

        """;

    [Fact]
    public void A_piece_of_an_edit_replaces_the_lines_that_it_is_about() =>
        Assert.Equal(
            [
                new ReviewSuggestion(".dockerignore", 1, 1, "Do it:\n\n```suggestion\nnode_modules\ndist\n```\n"),
                new ReviewSuggestion("src/Dockerfile", 3, 3, "Do it:\n\n```suggestion\nCOPY a .\n```\n"),
                new("src/Dockerfile", 5, 6, "Do it:\n\n```suggestion\nRUN one && two\n```\n"),
            ],
            Of(TwoPieces, (_, _) => true)
        );

    [Fact]
    public void Every_replaced_line_has_to_be_touched() =>
        Assert.Equal([3], Of(TwoPieces, (file, line) => file == "src/Dockerfile" && line is 3 or 5).Select(x => x.FirstLine));

    [Fact]
    public void Lines_that_only_go_are_replaced_by_none()
    {
        var removed = "--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1,2 +1 @@\n FROM a\n-RUN x\n";
        Assert.EndsWith("\n\n```suggestion\n```\n", Assert.Single(Of(removed, (_, _) => true)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1 +1,2 @@\n FROM a\n+RUN x\n")]
    [InlineData("--- /dev/null\n+++ b/Dockerfile\n@@ -0,0 +1 @@\n+FROM a\n")]
    [InlineData("--- a/Dockerfile\n@@ -1,1 +1,1 @@\n-FROM a\n+FROM \u001b[2Jb\n")]
    [InlineData("--- a/Dockerfile\n@@ -1,1 +1,1 @@\n+x\n+y\n+z\n-a\n")]
    [InlineData("no diff")]
    public void What_replaces_no_line_or_is_no_text_is_no_suggestion(string diff) => Assert.Empty(Of(diff, (_, _) => true));

    [Fact]
    public void No_line_breaks_out_of_its_block()
    {
        var diff = "--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1 +1,2 @@\n-FROM a\n+````\n+RUN @octocat\n";
        Assert.EndsWith(
            "\n\n`````suggestion\n````\nRUN @octocat\n`````\n",
            Assert.Single(Of(diff, (_, _) => true)).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_advice_that_was_tried_all_together_counts()
    {
        var tried = SampleAdvice.Tried;
        Assert.Equal((3, 3), Assert.Single(ReviewSuggestions.Of(tried, (_, _) => true).Select(x => (x.FirstLine, x.LastLine))));
        var applied = tried with { AdviceTogether = tried.AdviceTogether! with { Applied = true } };
        Assert.Empty(ReviewSuggestions.Of(applied, (_, _) => true));
    }

    [Fact]
    public void Two_pieces_of_advice_never_share_a_line() => Assert.Single(ReviewSuggestions.Of(SampleAdvice.Untried, (_, _) => true));

    private static IReadOnlyList<ReviewSuggestion> Of(string diff, Func<string, int, bool> isTouched) =>
        ReviewSuggestions.Of(SampleReports.Good with { Advice = [new Advice { Title = "Do it", Diff = diff }] }, isTouched);
}
