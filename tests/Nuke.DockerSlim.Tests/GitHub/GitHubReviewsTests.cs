using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.PullRequests;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Registries;

namespace Nuke.DockerSlim.Tests.GitHub;

/// <summary>Suggestions on lines that a pull request adds, written by Octokit.</summary>
public sealed class GitHubReviewsTests : GitHubServerTest
{
    private const string Patch = "@@ -1,3 +1,3 @@\n FROM node\n-RUN npm install\n+RUN npm ci\n CMD node";

    private static readonly ImageReport Report = new()
    {
        Advice =
        [
            new Advice
            {
                Title = "Keep the cache of npm out of the image",
                Rules = ["npm-cache"],
                Diff =
                    "--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1,3 +1,3 @@\n FROM node\n-RUN npm ci\n+RUN --mount=type=cache,target=/root/.npm npm ci\n CMD node\n",
            },
            new Advice
            {
                Title = "Leave the shell out",
                Rules = ["shell-form"],
                Diff = "--- a/Dockerfile\n+++ b/Dockerfile\n@@ -3,1 +3,1 @@\n-CMD node\n+CMD [\"node\"]\n",
            },
        ],
    };

    [Fact]
    public async Task Advice_on_an_added_line_is_suggested_once()
    {
        Server.Data.Change("samples/shop/Dockerfile", Patch);

        Assert.Equal(1, await ReviewAsync());
        Assert.Equal(0, await ReviewAsync());

        var review = Assert.Single(Server.Requests, x => x.Method == "POST").Json!.Value;
        Assert.Equal(RestData.Head, review.GetProperty("commit_id").GetString());
        var remark = Assert.Single(review.GetProperty("comments").EnumerateArray());
        Assert.Equal(("samples/shop/Dockerfile", 3), (remark.GetProperty("path").GetString(), remark.GetProperty("position").GetInt32()));
        Assert.Contains(
            "```suggestion\nRUN --mount=type=cache,target=/root/.npm npm ci\n```",
            remark.GetProperty("body").GetString()!.ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public async Task Where_no_line_with_advice_is_added_nothing_is_written()
    {
        Server.Data.Change("Dockerfile", Patch);

        Assert.Equal(0, await ReviewAsync());
        Assert.Equal(["GET"], Server.Methods);
    }

    [Fact]
    public async Task Without_advice_nothing_is_asked()
    {
        Assert.Equal(0, await ReviewAsync(new ImageReport()));
        Assert.Empty(Server.Requests);
    }

    private Task<int> ReviewAsync(ImageReport? report = null) =>
        new SuggestionReview(
            new GitHubReviews(new GitHubServer(Environments.Of(Server.Address), Time), Pull),
            x => $"samples/shop/{x}"
        ).RunAsync([report ?? Report], RestData.Head, CancellationToken.None);
}
