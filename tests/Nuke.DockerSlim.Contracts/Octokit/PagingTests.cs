using Octokit;

namespace Nuke.DockerSlim.Contracts.Octokit;

public sealed class PagingTests
{
    [Fact]
    public async Task All_pages_are_fetched_in_order()
    {
        await using var server = Pages(3);

        var comments = await server.Client.Issue.Comment.GetAllForIssue("o", "r", 3);

        Assert.Equal([1L, 2, 3], comments.Select(comment => comment.Id));
        Assert.DoesNotContain("page", server.Requests[0].Line);
    }

    [Fact]
    public async Task Size_and_first_page_can_be_asked_for()
    {
        await using var server = Pages(5);

        var comments = await server.Client.Issue.Comment.GetAllForIssue("o", "r", 3, new ApiOptions { PageSize = 100, StartPage = 3 });

        Assert.Equal([3L, 4, 5], comments.Select(comment => comment.Id));
        Assert.All(server.Requests, request => Assert.Contains("per_page=100", request.Line));
    }

    [Fact]
    public async Task A_page_count_ends_the_fetching()
    {
        await using var server = Pages(5);

        var comments = await server.Client.Issue.Comment.GetAllForIssue("o", "r", 3, new ApiOptions { PageCount = 2 });

        Assert.Equal([1L, 2], comments.Select(comment => comment.Id));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Whether_there_are_further_pages_can_be_asked_for()
    {
        await using var server = Pages(2);

        await server.Client.Issue.Comment.GetAllForIssue("o", "r", 3, new ApiOptions { PageCount = 1, StartPage = 1 });
        Assert.Contains("next", server.Client.GetLastApiInfo().Links.Keys);

        await server.Client.Issue.Comment.GetAllForIssue("o", "r", 3, new ApiOptions { PageCount = 1, StartPage = 2 });
        Assert.DoesNotContain("next", server.Client.GetLastApiInfo().Links.Keys);
    }

    [Fact]
    public async Task A_later_page_that_fails_fails_the_whole()
    {
        await using var server = Pages(3, failing: 2);

        await Assert.ThrowsAsync<ApiException>(() => server.Client.Issue.Comment.GetAllForIssue("o", "r", 3));
    }

    [Fact]
    public async Task Nothing_is_an_empty_list()
    {
        await using var server = new FakeGitHub(new FakeAnswer("[]"));

        Assert.Empty(await server.Client.Issue.Comment.GetAllForIssue("o", "r", 3));
    }

    [Fact]
    public async Task A_single_object_counts_as_a_list_of_one()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":9}"""));

        Assert.Equal(9, Assert.Single(await server.Client.Issue.Comment.GetAllForIssue("o", "r", 3)).Id);
    }

    [Fact]
    public async Task Options_must_be_given_or_left_out()
    {
        await using var server = Pages(1);

        await Assert.ThrowsAsync<ArgumentNullException>(() => server.Client.Issue.Comment.GetAllForIssue("o", "r", 3, (ApiOptions)null!));
    }

    [Fact]
    public async Task An_address_of_ones_own_is_paged_too()
    {
        await using var server = Pages(2);

        var all = await new ApiConnection(server.Client.Connection).GetAll<IssueComment>(new Uri("own", UriKind.Relative));

        Assert.Equal(2, all.Count);
        Assert.Equal("GET /api/v3/own", server.Requests[0].Line);
    }

    // Page n holds the one comment n; the link to the next page is GitHub's, other links included.
    private static FakeGitHub Pages(int count, int failing = 0)
    {
        FakeGitHub? server = null;
        server = new FakeGitHub(request =>
        {
            var at = request.Line.Split('?', '&').FirstOrDefault(part => part.StartsWith("page="));
            var page = at is null ? 1 : int.Parse(at["page=".Length..]);
            if (page == failing)
                return FakeAnswer.Message(500, "broken");
            var next = $"""<{server!.Root}api/v3/next?page={page + 1}>; rel="next", <{server.Root}api/v3/next?page={count}>; rel="last" """;
            return new FakeAnswer($$"""[{"id":{{page}}}]""")
            {
                Headers = page < count ? new Dictionary<string, string> { ["Link"] = next.Trim() } : [],
            };
        });
        return server;
    }
}
