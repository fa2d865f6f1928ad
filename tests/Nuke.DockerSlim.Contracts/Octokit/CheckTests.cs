using Octokit;

namespace Nuke.DockerSlim.Contracts.Octokit;

public sealed class CheckTests
{
    [Fact]
    public async Task A_check_run_is_created_with_annotations()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":4,"status":"in_progress","conclusion":null}""", 201));

        var run = await server.Client.Check.Run.Create(
            "o",
            "r",
            new NewCheckRun("size", "sha")
            {
                Status = CheckStatus.InProgress,
                StartedAt = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
                Output = new NewCheckRunOutput("t", "s")
                {
                    Annotations = [new NewCheckRunAnnotation("Dockerfile", 1, 2, CheckAnnotationLevel.Warning, "m") { StartColumn = 3 }],
                },
            }
        );

        Assert.Equal("POST /api/v3/repos/o/r/check-runs", server.Line);
        Assert.Equal(
            """{"name":"size","head_sha":"sha","status":"in_progress","started_at":"2024-01-02T01:04:05Z","output":{"title":"t","summary":"s","annotations":[{"path":"Dockerfile","start_line":1,"end_line":2,"start_column":3,"annotation_level":"warning","message":"m"}]}}""",
            server.Requests[0].Json
        );
        Assert.Equal((4, CheckStatus.InProgress), (run.Id, run.Status.Value));
        Assert.Null(run.Conclusion);
    }

    [Fact]
    public async Task A_check_run_is_updated_with_what_is_set()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":4,"status":"completed","conclusion":"action_required"}"""));

        var run = await server.Client.Check.Run.Update(
            "o",
            "r",
            4,
            new CheckRunUpdate { Status = CheckStatus.Completed, Conclusion = CheckConclusion.TimedOut }
        );

        Assert.Equal("PATCH /api/v3/repos/o/r/check-runs/4", server.Line);
        Assert.Equal("""{"status":"completed","conclusion":"timed_out"}""", server.Requests[0].Body);
        Assert.True(run.Conclusion == CheckConclusion.ActionRequired);
    }

    [Fact]
    public async Task Check_runs_of_a_commit_are_collected_over_pages()
    {
        FakeGitHub? server = null;
        await using var _ = server = new FakeGitHub(request => new FakeAnswer("""{"total_count":2,"check_runs":[{"id":4}]}""")
        {
            Headers = request.Line.Contains("page=2")
                ? []
                : new Dictionary<string, string> { ["Link"] = $"<{server!.Root}api/v3/z?page=2>; rel=\"next\"" },
        });

        var runs = await server.Client.Check.Run.GetAllForReference(
            "o",
            "r",
            "main",
            new CheckRunRequest
            {
                CheckName = "size",
                Filter = CheckRunCompletedAtFilter.All,
                Status = CheckStatusFilter.InProgress,
            }
        );

        Assert.Equal(
            "GET /api/v3/repos/o/r/commits/main/check-runs?check_name=size&status=in_progress&filter=all",
            server.Requests[0].Line
        );
        Assert.Equal((2, 2), (runs.TotalCount, runs.CheckRuns.Count));
    }

    [Fact]
    public async Task Annotations_are_read()
    {
        const string body =
            """[{"path":"Dockerfile","start_line":3,"end_line":4,"annotation_level":"failure","message":"m","start_column":null}]""";
        await using var server = new FakeGitHub(new FakeAnswer(body));

        var annotation = Assert.Single(await server.Client.Check.Run.GetAllAnnotations("o", "r", 4));

        Assert.Equal("GET /api/v3/repos/o/r/check-runs/4/annotations", server.Line);
        Assert.Equal(("Dockerfile", 3, 4), (annotation.Path, annotation.StartLine, annotation.EndLine));
        Assert.Equal(CheckAnnotationLevel.Failure, annotation.AnnotationLevel!.Value.Value);
        Assert.Null(annotation.StartColumn);
    }

    [Fact]
    public async Task A_commit_status_is_set_and_read()
    {
        await using var server = new FakeGitHub(
            new FakeAnswer("""{"id":1,"state":"failure","context":"c","total_count":1,"statuses":[{"state":"pending"}]}""")
        );
        var statuses = server.Client.Repository.Status;

        var created = await statuses.Create("o", "r", "sha", new NewCommitStatus { State = CommitState.Failure, Context = "c" });
        var combined = await statuses.GetCombined("o", "r", "main");
        await statuses.GetAll("o", "r", "main");

        Assert.Equal(
            [
                """POST /api/v3/repos/o/r/statuses/sha {"state":"failure","context":"c"}""",
                "GET /api/v3/repos/o/r/commits/main/status ",
                "GET /api/v3/repos/o/r/commits/main/statuses ",
            ],
            server.Requests.Select(request => $"{request.Line} {request.Body}")
        );
        Assert.True(created.State == CommitState.Failure);
        Assert.True(Assert.Single(combined.Statuses).State == CommitState.Pending);
    }
}
