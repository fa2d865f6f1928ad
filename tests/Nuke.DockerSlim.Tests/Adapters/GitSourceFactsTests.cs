using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

/// <summary>What git and pipelines say of sources.</summary>
public sealed class GitSourceFactsTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_commit_is_told_with_its_time_its_tags_and_where_it_is_from()
    {
        var repository = new TestRepository(_folder.Path);
        await repository.InitAsync();
        _folder.Write("a", "1");
        var commit = await repository.CommitAsync();
        await repository.GitAsync("tag", "v1.4.2");
        await repository.GitAsync("remote", "add", "origin", "https://user:token@example.com/acme/shop.git");

        var facts = await ReadAsync();

        Assert.Equal((commit, "https://example.com/acme/shop", false), (facts.Commit, facts.Address, facts.IsChanged));
        Assert.Equal(["v1.4.2"], facts.Tags);
        Assert.Equal(await repository.GitAsync("log", "-1", "--format=%ct"), $"{facts.CommitTime!.Value.ToUnixTimeSeconds()}");

        _folder.Write("new", "not tracked");
        Assert.False((await ReadAsync()).IsChanged);
        _folder.Write("a", "2");
        Assert.True((await ReadAsync()).IsChanged);
    }

    [Theory]
    [InlineData("https://ghe.example/acme/shop", "GITHUB_SERVER_URL", "https://ghe.example", "GITHUB_REPOSITORY", "acme/shop")]
    [InlineData("https://gitlab.example/acme/shop", "CI_PROJECT_URL", "https://gitlab.example/acme/shop")]
    [InlineData("https://dev.azure.com/acme/_git/shop", "BUILD_REPOSITORY_URI", "https://acme@dev.azure.com/acme/_git/shop")]
    [InlineData("https://example.com/acme/shop", "GIT_URL", "git@example.com:acme/shop.git")]
    public async Task A_pipeline_says_where_the_sources_are_for_people(string address, params string[] variables)
    {
        foreach (var pair in variables.Chunk(2))
            _environment[pair[0]] = pair[1];
        await new TestRepository(_folder.Path).InitAsync();
        var facts = await ReadAsync();
        Assert.Equal((address, null, null), (facts.Address, facts.Commit, facts.CommitTime));
    }

    [Fact]
    public async Task Without_git_it_says_what_to_do()
    {
        var e = await Assert.ThrowsAsync<InputException>(() =>
            new GitSourceFacts(_ => null, _folder["no-git"]).ReadAsync(_folder.Path, CancellationToken.None)
        );
        Assert.StartsWith("--annotate-image and --source-epoch commit need git", e.Message);
    }

    private Task<Configuration.SourceFacts> ReadAsync() =>
        new GitSourceFacts(x => _environment.GetValueOrDefault(x)).ReadAsync(_folder.Path, CancellationToken.None);
}
