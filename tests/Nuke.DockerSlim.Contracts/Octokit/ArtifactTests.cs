using Octokit;

namespace Nuke.DockerSlim.Contracts.Octokit;

public sealed class ArtifactTests
{
    private const string List = """
        {"total_count":1,"artifacts":[{"id":5000000000,"name":"slim","size_in_bytes":12,"expired":false,
         "created_at":"2024-01-02T03:04:05Z","workflow_run":{"id":7,"head_sha":"s","head_branch":"b"}}]}
        """;

    [Fact]
    public async Task Artifacts_of_a_repository_or_a_run_are_listed()
    {
        await using var server = new FakeGitHub(new FakeAnswer(List));
        var artifacts = server.Client.Actions.Artifacts;

        await artifacts.ListArtifacts("o", "r");
        await artifacts.ListArtifacts("o", "r", new ListArtifactsRequest { Name = "a b" });
        var list = await artifacts.ListWorkflowArtifacts("o", "r", 7, new ListArtifactsRequest { PerPage = 100, Page = 2 });

        Assert.Equal(
            [
                "GET /api/v3/repos/o/r/actions/artifacts",
                "GET /api/v3/repos/o/r/actions/artifacts?name=a%20b&per_page=30&page=1",
                "GET /api/v3/repos/o/r/actions/runs/7/artifacts?per_page=100&page=2",
            ],
            server.Requests.Select(request => request.Line)
        );
        var artifact = Assert.Single(list.Artifacts);
        Assert.Equal((1, 5000000000, "slim", 12), (list.TotalCount, artifact.Id, artifact.Name, artifact.SizeInBytes));
        Assert.Equal((7, "s", "b"), (artifact.WorkflowRun.Id, artifact.WorkflowRun.HeadSha, artifact.WorkflowRun.HeadBranch));
    }

    [Fact]
    public async Task A_download_follows_to_another_host_without_the_token()
    {
        FakeGitHub? server = null;
        await using var _ = server = new FakeGitHub(request =>
            request.Line.Contains("/blob")
                ? new FakeAnswer("PK-bytes") { ContentType = "application/zip" }
                : new FakeAnswer("", 302)
                {
                    Headers = new Dictionary<string, string> { ["Location"] = $"http://localhost:{server!.Root.Port}/blob" },
                }
        );
        server.Client.Credentials = new Credentials("secret");

        await using var stream = await server.Client.Actions.Artifacts.DownloadArtifact("o", "r", 5, "zip");
        using var reader = new StreamReader(stream);

        Assert.Equal("PK-bytes", await reader.ReadToEndAsync());
        Assert.Equal(["GET /api/v3/repos/o/r/actions/artifacts/5/zip", "GET /blob"], server.Requests.Select(request => request.Line));
        Assert.Equal(["Token secret", null], server.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task An_artifact_that_expired_is_told()
    {
        await using var server = new FakeGitHub(FakeAnswer.Message(410, "Artifact has expired"));

        var failure = await Assert.ThrowsAsync<ApiException>(() => server.Client.Actions.Artifacts.DownloadArtifact("o", "r", 5, "zip"));

        Assert.Equal("Artifact has expired", failure.Message);
    }

    [Theory]
    [InlineData(301, "POST", """{"body":"b"}""")]
    [InlineData(302, "POST", """{"body":"b"}""")]
    [InlineData(303, "GET", "")]
    [InlineData(307, "POST", """{"body":"b"}""")]
    [InlineData(308, "POST", """{"body":"b"}""")]
    public async Task A_redirect_keeps_method_and_body_unless_it_says_see_other(int status, string method, string body)
    {
        FakeGitHub? server = null;
        await using var _ = server = new FakeGitHub(request =>
            request.Line.EndsWith("/moved")
                ? new FakeAnswer("""{"id":5}""")
                : new FakeAnswer("", status) { Headers = new Dictionary<string, string> { ["Location"] = $"{server!.Root}moved" } }
        );

        var comment = await server.Client.Issue.Comment.Create("o", "r", 3, "b");

        Assert.Equal(5, comment.Id);
        Assert.Equal(($"{method} /moved", body), (server.Requests[1].Line, server.Requests[1].Body));
    }

    [Fact]
    public async Task Redirects_without_end_are_given_up()
    {
        FakeGitHub? server = null;
        await using var _ = server = new FakeGitHub(request => new FakeAnswer("", 302)
        {
            Headers = new Dictionary<string, string> { ["Location"] = $"{server!.Root}loop" },
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => server.Client.User.Current());
        Assert.Equal(5, server.Requests.Count);
    }
}
