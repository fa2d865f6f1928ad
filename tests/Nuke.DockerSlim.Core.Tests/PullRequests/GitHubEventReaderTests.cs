using System.Text;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.PullRequests;

namespace Nuke.DockerSlim.Tests.PullRequests;

public sealed class GitHubEventReaderTests
{
    private const string Head = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
    private const string Merge = "e5bd3914e2e596debea16f433f57875b5b90bcd6";

    [Theory]
    [InlineData("pull_request", 42, false, "acme/shop")]
    [InlineData("pull_request.fork", 43, true, "octavia/shop")]
    [InlineData("pull_request.fork-deleted", 44, true, null)]
    [InlineData("pull_request_target", 43, true, "octavia/shop")]
    public void A_pull_request_has_number_head_and_base(string file, int number, bool isFork, string? headRepository)
    {
        var read = Read(file);

        Assert.Equal((number, Head, "slimmer", "main"), (read.Number, read.HeadSha, read.HeadRef, read.BaseRef));
        Assert.Equal((isFork, headRepository, false), (read.IsFork, read.HeadRepository?.ToString(), read.IsWorkflowRun));
        Assert.Null(read.NothingBecause);
    }

    [Theory]
    [InlineData("workflow_run", false, "acme/shop")]
    [InlineData("workflow_run.fork", true, "octavia/shop")]
    public void A_workflow_that_ended_tells_the_head_and_not_the_number(string file, bool isFork, string headRepository)
    {
        var read = Read(file);

        Assert.Equal((null, Head, "slimmer"), (read.Number, read.HeadSha, read.HeadRef));
        Assert.Equal((isFork, headRepository, true), (read.IsFork, read.HeadRepository?.ToString(), read.IsWorkflowRun));
        Assert.Null(read.NothingBecause);
    }

    [Theory]
    [InlineData("push", Head)]
    [InlineData("workflow_dispatch", Merge)]
    public void A_branch_is_looked_up_by_its_commit(string file, string sha)
    {
        var read = Read(file);

        Assert.Equal((null, sha, "slimmer", "acme/shop"), (read.Number, read.HeadSha, read.HeadRef, read.HeadRepository?.ToString()));
        Assert.Null(read.NothingBecause);
    }

    [Theory]
    [InlineData("workflow_run.push", "the workflow that ended was not set off by a pull request")]
    [InlineData("push.deleted", "a branch or tag was deleted")]
    [InlineData("push.tag", "what was built is no branch")]
    [InlineData("merge_group", "a merge queue builds several pull requests at once")]
    [InlineData("schedule", "the event schedule is about none")]
    public void What_is_about_no_pull_request_says_why(string file, string because)
    {
        var read = Read(file);

        Assert.Equal(because, read.NothingBecause);
        Assert.Null(read.Number);
    }

    [Theory]
    [InlineData("refs/pull/7/merge", 7)]
    [InlineData("refs/pull/7/head", 7)]
    [InlineData("refs/pull/0/merge", null)]
    [InlineData("refs/pull/99999999999/merge", null)]
    [InlineData("refs/pull/7/merge\n", null)]
    [InlineData("refs/heads/main", null)]
    public void Any_other_event_is_told_by_what_is_checked_out(string fullRef, int? number) =>
        Assert.Equal(number, GitHubEventReader.Read("issue_comment", "{}"u8.ToArray(), fullRef).Number);

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("null", "no JSON object")]
    [InlineData("[1]", "no JSON object")]
    [InlineData("{", "no JSON")]
    [InlineData("{}", "no pull_request.number")]
    [InlineData("""{"number":7}""", "no pull_request.head.sha")]
    [InlineData("""{"number":0,"pull_request":{"number":-1}}""", "no pull_request.number")]
    [InlineData("""{"number":7.5}""", "no pull_request.number")]
    [InlineData("""{"number":7,"pull_request":{"head":{"sha":"main"}}}""", "no pull_request.head.sha")]
    [InlineData("""{"number":7,"pull_request":{"head":{"sha":"\ud800"}}}""", "no pull_request.head.sha")]
    [InlineData("""{"number":7,"pull_request":[]}""", "no pull_request.head.sha")]
    public void What_is_no_event_is_refused_in_one_sentence(string payload, string what)
    {
        var failure = Assert.Throws<InputException>(() => GitHubEventReader.Read("pull_request", Encoding.UTF8.GetBytes(payload)));

        Assert.Contains(what, failure.Message);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void What_is_too_large_is_not_even_read() =>
        Assert.Contains(
            "larger than 32 MB",
            Assert.Throws<InputException>(() => GitHubEventReader.Read("push", new byte[GitHubEventReader.LargestPayload + 1])).Message
        );

    [Fact]
    public void A_name_that_commands_the_log_is_not_repeated() =>
        Assert.Equal("the event unknown is about none", GitHubEventReader.Read("x\n::error::", "{}"u8.ToArray()).NothingBecause);

    [Fact]
    public void A_byte_order_mark_is_overlooked() =>
        Assert.Equal(42, GitHubEventReader.Read("pull_request", (byte[])[0xEF, 0xBB, 0xBF, .. EventFiles.Bytes("pull_request")]).Number);

    [Fact]
    public void Whatever_the_payload_it_is_an_event_or_one_sentence()
    {
        foreach (var (name, payload) in RandomPayloads.Make(50, seed: 6))
            try
            {
                var read = GitHubEventReader.Read(name, payload, "refs/heads/main", Head);
                Assert.True(read.Number is null or > 0);
                Assert.True(read.HeadSha is null || read.HeadSha.All(char.IsAsciiHexDigitLower));
                Assert.DoesNotContain((read.HeadRef ?? "") + read.BaseRef + read.NothingBecause, char.IsControl);
            }
            catch (InputException e)
            {
                Assert.DoesNotContain(e.Message, char.IsControl);
                Assert.InRange(e.Message.Length, 20, 300);
            }
    }

    private static GitHubEvent Read(string file) =>
        GitHubEventReader.Read(file.Split('.')[0], EventFiles.Bytes(file), "refs/heads/slimmer", Merge);
}
