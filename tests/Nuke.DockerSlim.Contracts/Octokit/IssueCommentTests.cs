using Octokit;

namespace Nuke.DockerSlim.Contracts.Octokit;

public sealed class IssueCommentTests
{
    private const string Comment = """
        {"id":5000000000,"node_id":"n","url":"u","html_url":"h","body":"text","created_at":"2024-05-06T07:08:09Z","updated_at":null,
         "author_association":"FIRST_TIME_CONTRIBUTOR","user":{"id":7,"login":"octocat","type":"Bot","site_admin":false},
         "reactions":{"total_count":4,"+1":3,"-1":1},"unknown_member":{"x":[1]}}
        """;

    [Fact]
    public async Task A_comment_is_read_whole()
    {
        await using var server = new FakeGitHub(new FakeAnswer(Comment));

        var comment = await server.Client.Issue.Comment.Get("o", "r", 5000000000);

        Assert.Equal("GET /api/v3/repos/o/r/issues/comments/5000000000", server.Line);
        Assert.Equal((5000000000, "n", "u", "h", "text"), (comment.Id, comment.NodeId, comment.Url, comment.HtmlUrl, comment.Body));
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero), comment.CreatedAt);
        Assert.Null(comment.UpdatedAt);
        Assert.Equal(AuthorAssociation.FirstTimeContributor, comment.AuthorAssociation.Value);
        Assert.Equal((7, "octocat", AccountType.Bot), (comment.User.Id, comment.User.Login, comment.User.Type));
        Assert.Equal((4, 3, 1), (comment.Reactions.TotalCount, comment.Reactions.Plus1, comment.Reactions.Minus1));
    }

    [Fact]
    public async Task A_comment_is_created()
    {
        await using var server = new FakeGitHub(new FakeAnswer(Comment, 201));

        var comment = await server.Client.Issue.Comment.Create("o", "r", 3, "text");

        Assert.Equal("POST /api/v3/repos/o/r/issues/3/comments", server.Line);
        Assert.Equal("""{"body":"text"}""", server.Requests[0].Body);
        Assert.Equal(5000000000, comment.Id);
    }

    [Fact]
    public async Task A_comment_is_updated()
    {
        await using var server = new FakeGitHub(new FakeAnswer(Comment));

        await server.Client.Issue.Comment.Update("o", "r", 9, "");

        Assert.Equal("PATCH /api/v3/repos/o/r/issues/comments/9", server.Line);
        Assert.Equal("""{"body":""}""", server.Requests[0].Body);
    }

    [Fact]
    public async Task A_comment_is_deleted()
    {
        await using var server = new FakeGitHub(new FakeAnswer("", 204));

        await server.Client.Issue.Comment.Delete("o", "r", 9);

        Assert.Equal("DELETE /api/v3/repos/o/r/issues/comments/9", server.Line);
    }

    [Fact]
    public async Task A_missing_text_is_refused_before_anything_is_sent()
    {
        await using var server = new FakeGitHub(new FakeAnswer(Comment));

        await Assert.ThrowsAsync<ArgumentNullException>(() => server.Client.Issue.Comment.Create("o", "r", 3, null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => server.Client.Issue.Comment.Update("o", "r", 3, null!));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Comments_are_listed_oldest_first_or_as_asked()
    {
        await using var server = new FakeGitHub(new FakeAnswer($"[{Comment}]"));
        var comments = server.Client.Issue.Comment;

        Assert.Equal("text", Assert.Single(await comments.GetAllForIssue("o", "r", 3)).Body);
        await comments.GetAllForIssue(
            "o",
            "r",
            3,
            new IssueCommentRequest
            {
                Sort = IssueCommentSort.Updated,
                Direction = SortDirection.Descending,
                Since = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
            }
        );

        Assert.Equal(
            [
                "GET /api/v3/repos/o/r/issues/3/comments?sort=created&direction=asc",
                "GET /api/v3/repos/o/r/issues/3/comments?sort=updated&direction=desc&since=2024-01-02T01%3A04%3A05Z",
            ],
            server.Requests.Select(request => request.Line)
        );
    }
}
