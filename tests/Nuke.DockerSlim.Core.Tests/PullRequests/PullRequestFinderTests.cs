using System.Text;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.PullRequests;

namespace Nuke.DockerSlim.Tests.PullRequests;

public sealed class PullRequestFinderTests
{
    private const string Head = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
    private const string Other = "1111111111111111111111111111111111111111";
    private static readonly GitHubRepository Shop = Repository("acme/shop");
    private static readonly PullRequestClaim Claim = new(Shop, 43, Head);

    [Fact]
    public async Task The_number_of_the_event_is_taken_without_asking()
    {
        var server = new Server();

        var found = await FindAsync(server, "pull_request");

        Assert.Equal(42, found.Number);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_branch_is_found_by_its_commit()
    {
        var server = new Server(new PullRequestState(9, Other, true, Shop), new PullRequestState(8, Head, true, Shop));

        Assert.Equal(8, (await FindAsync(server, "push")).Number);
        Assert.Equal([Head], server.Asked);
    }

    [Fact]
    public async Task What_is_closed_or_merged_is_not_commented_on() =>
        Assert.Equal(
            "no open pull request has 6dcb09b at its head",
            (await FindAsync(new Server(new PullRequestState(8, Head, false, Shop)), "push")).NothingBecause
        );

    [Fact]
    public async Task A_fork_whose_commits_the_server_does_not_know_is_found_by_its_branch()
    {
        var server = new Server { OfBranch = [new PullRequestState(43, Head, true, Shop)] };

        Assert.Equal(43, (await FindAsync(server, "workflow_run.fork", Claim)).Number);
        Assert.Equal([Head, "octavia:slimmer"], server.Asked);
    }

    [Fact]
    public async Task What_was_built_before_the_head_moved_is_not_posted() =>
        Assert.Equal(
            "the head of pull request 43 has moved on from 6dcb09b to 1111111, whose own run posts",
            (await FindAsync(new Server(new PullRequestState(43, Other, true, Shop)), "workflow_run.fork", Claim)).NothingBecause
        );

    [Fact]
    public async Task Of_two_with_the_same_head_the_claimed_one_is_taken() =>
        Assert.Equal(
            43,
            (
                await FindAsync(
                    new Server(new PullRequestState(41, Head, true, Shop), new PullRequestState(43, Head, true, Shop)),
                    "workflow_run",
                    Claim
                )
            ).Number
        );

    [Fact]
    public async Task A_pull_request_of_another_repository_does_not_count() =>
        Assert.Null(
            (await FindAsync(new Server(new PullRequestState(43, Head, true, Repository("octavia/shop"))), "workflow_run", Claim)).Number
        );

    [Theory]
    [InlineData("acme/shop", 44, Head, "claim to be of pull request 44, but what was built is 43")]
    [InlineData("acme/shop", 43, Other, "claim to be of commit 1111111, but the workflow built 6dcb09b")]
    [InlineData("acme/till", 43, Head, "claim to be of acme/till, but the workflow is one of acme/shop")]
    public async Task Reports_that_claim_to_be_of_another_one_are_refused(string repository, int number, string sha, string said)
    {
        var claim = new PullRequestClaim(Repository(repository), number, sha);

        var failure = await Assert.ThrowsAsync<InputException>(() =>
            FindAsync(new Server(new PullRequestState(43, Head, true, Shop)), "workflow_run.fork", claim)
        );

        Assert.Contains(said, failure.Message);
    }

    [Fact]
    public void A_claim_is_read_as_it_is_written() => Assert.Equal(Claim, PullRequestClaim.Parse(Encoding.UTF8.GetBytes(Claim.ToJson())));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"schemaVersion":2,"repository":"acme/shop","pullRequest":1,"headSha":"6dcb09b5b57875f334f61aebed695e2e4193db5e"}""")]
    [InlineData("""{"schemaVersion":1,"repository":"acme","pullRequest":1,"headSha":"6dcb09b5b57875f334f61aebed695e2e4193db5e"}""")]
    [InlineData("""{"schemaVersion":1,"repository":"acme/shop","pullRequest":0,"headSha":"6dcb09b5b57875f334f61aebed695e2e4193db5e"}""")]
    [InlineData("""{"schemaVersion":1,"repository":"acme/shop","pullRequest":1,"headSha":"\ud800"}""")]
    public void What_is_no_claim_is_refused(string json) =>
        Assert.Contains(
            "slim-pull-request.json",
            Assert.Throws<InputException>(() => PullRequestClaim.Parse(Encoding.UTF8.GetBytes(json))).Message
        );

    private static Task<FoundPullRequest> FindAsync(Server server, string file, PullRequestClaim? claim = null) =>
        new PullRequestFinder(server, Shop).FindAsync(
            GitHubEventReader.Read(file.Split('.')[0], EventFiles.Bytes(file), "refs/heads/slimmer", Head),
            claim,
            CancellationToken.None
        );

    private static GitHubRepository Repository(string name) =>
        GitHubRepository.TryParse(name, out var repository) ? repository : throw new ArgumentException(name);

    private sealed class Server(params PullRequestState[] ofCommit) : IPullRequests
    {
        public PullRequestState[] OfBranch { get; init; } = [];

        public List<string> Asked { get; } = [];

        public Task<IReadOnlyList<PullRequestState>> OfCommitAsync(string sha, CancellationToken cancellationToken)
        {
            Asked.Add(sha);
            return Task.FromResult<IReadOnlyList<PullRequestState>>(ofCommit);
        }

        public Task<IReadOnlyList<PullRequestState>> OfBranchAsync(string owner, string branch, CancellationToken cancellationToken)
        {
            Asked.Add($"{owner}:{branch}");
            return Task.FromResult<IReadOnlyList<PullRequestState>>(OfBranch);
        }
    }
}
