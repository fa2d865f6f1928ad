using Octokit;

namespace Nuke.DockerSlim.Contracts.Octokit;

public sealed class ReviewTests
{
    [Fact]
    public async Task A_review_carries_its_comments()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":3,"state":"CHANGES_REQUESTED","body":"b"}"""));

        var review = await server.Client.PullRequest.Review.Create(
            "o",
            "r",
            5,
            new PullRequestReviewCreate
            {
                CommitId = "c",
                Body = "b",
                Event = PullRequestReviewEvent.RequestChanges,
                Comments = [new DraftPullRequestReviewComment("text", "Dockerfile", 4)],
            }
        );

        Assert.Equal("POST /api/v3/repos/o/r/pulls/5/reviews", server.Line);
        Assert.Equal(
            """{"commit_id":"c","body":"b","event":"REQUEST_CHANGES","comments":[{"body":"text","path":"Dockerfile","position":4}]}""",
            server.Requests[0].Json
        );
        Assert.Equal(PullRequestReviewState.ChangesRequested, review.State.Value);
    }

    [Fact]
    public async Task A_comment_on_a_line_is_created_answered_edited_and_deleted()
    {
        await using var server = new FakeGitHub(request => new FakeAnswer(
            """{"id":8,"path":"Dockerfile","position":4,"in_reply_to_id":9}""",
            request.Line.Split(' ')[0] switch
            {
                "POST" => 201,
                "DELETE" => 204,
                _ => 200,
            }
        ));
        var comments = server.Client.PullRequest.ReviewComment;

        var created = await comments.Create("o", "r", 5, new PullRequestReviewCommentCreate("b", "sha", "Dockerfile", 4));
        await comments.CreateReply("o", "r", 5, new PullRequestReviewCommentReplyCreate("b", 9));
        await comments.Edit("o", "r", 8, new PullRequestReviewCommentEdit("b2"));
        await comments.GetComment("o", "r", 8);
        await comments.Delete("o", "r", 8);

        Assert.Equal((8, "Dockerfile", 4, 9L), (created.Id, created.Path, created.Position, created.InReplyToId));
        Assert.Equal(
            [
                """POST /api/v3/repos/o/r/pulls/5/comments {"body":"b","commit_id":"sha","path":"Dockerfile","position":4}""",
                """POST /api/v3/repos/o/r/pulls/5/comments {"body":"b","in_reply_to":9}""",
                """PATCH /api/v3/repos/o/r/pulls/comments/8 {"body":"b2"}""",
                "GET /api/v3/repos/o/r/pulls/comments/8 ",
                "DELETE /api/v3/repos/o/r/pulls/comments/8 ",
            ],
            server.Requests.Select(request => $"{request.Line} {request.Body}")
        );
    }

    [Fact]
    public async Task A_created_comment_must_come_back_as_created()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":8}"""));

        await Assert.ThrowsAsync<ApiException>(() =>
            server.Client.PullRequest.ReviewComment.Create("o", "r", 5, new PullRequestReviewCommentCreate("b", "sha", "p", 4))
        );
    }

    [Fact]
    public async Task What_the_API_has_and_the_client_has_not_goes_through_the_connection()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":8}""", 201));

        var response = await server.Client.Connection.Post<PullRequestReviewComment>(
            new Uri("repos/o/r/pulls/5/comments", UriKind.Relative),
            new
            {
                Body = "b",
                CommitId = "c",
                StartLine = 3,
                Line = 4,
                Side = (string?)null,
            },
            "application/vnd.github+json",
            "application/json"
        );

        Assert.Equal("POST /api/v3/repos/o/r/pulls/5/comments", server.Line);
        Assert.Equal("""{"body":"b","commit_id":"c","start_line":3,"line":4}""", server.Requests[0].Json);
        Assert.Equal("application/vnd.github+json", server.Requests[0].Headers["Accept"]);
        Assert.Equal(8, response.Body.Id);
        Assert.Equal(System.Net.HttpStatusCode.Created, response.HttpResponse.StatusCode);
    }
}
