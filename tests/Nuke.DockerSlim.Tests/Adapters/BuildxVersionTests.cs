using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

public sealed class BuildxVersionTests
{
    [Fact]
    public async Task A_new_enough_one_says_its_version()
    {
        using var docker = new FakeDocker();

        Assert.Equal("0.29.1", await BuildxVersion.RequireAsync(docker.Command, CancellationToken.None));
    }

    [Theory]
    [InlineData("no-buildx", "unknown command: docker buildx")]
    [InlineData("no-buildx-old-docker", "'buildx' is not a docker command")]
    public async Task A_missing_one_is_an_engine_error_with_dockers_own_words(string scenario, string words)
    {
        using var docker = new FakeDocker(scenario);

        var error = await FailAsync(docker);

        Assert.Contains("The docker command has no buildx", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old-buildx", "0.13.1")]
    [InlineData("buildx-0.12", "0.12")]
    public async Task An_old_one_is_named_with_its_version_and_what_it_lacks(string scenario, string version)
    {
        using var docker = new FakeDocker(scenario);

        var error = await FailAsync(docker);

        Assert.Contains($"buildx is version {version}", error.Message, StringComparison.Ordinal);
        Assert.Contains("0.16 or newer is needed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("github.com/docker/buildx v0.30.0-desktop.1 1ff1c57ff0", "0.30.0")]
    [InlineData("github.com/docker/buildx 0.16 abc", "0.16")]
    [InlineData("github.com/docker/buildx v1.2.3+dfsg-1~exp1 1.2.3", "1.2.3")]
    public async Task Odd_spellings_are_read(string text, string version)
    {
        using var docker = FakeDocker.Script($"echo '{text}'");

        Assert.Equal(version, await BuildxVersion.RequireAsync(docker.Command, CancellationToken.None));
    }

    [Fact]
    public async Task A_text_without_a_version_counts_as_none()
    {
        using var docker = FakeDocker.Script("echo nothing of the kind");

        Assert.Contains("has no buildx", (await FailAsync(docker)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_plugins_files_stay_it_is_asked_once()
    {
        using var folder = new TestFolder();
        using var docker = FakeDocker.Script($"echo asked >> '{folder["asked"]}'; echo 'github.com/docker/buildx v0.30.0 1'");
        var answers = new AnswerCache(folder.Path, TimeProvider.System);
        var variables = new Dictionary<string, string?> { ["DOCKER_CONFIG"] = folder.Path };
        var plugin = new BuildxPlugin(variables.GetValueOrDefault, "/nobody") { CommonFolders = [] };

        Assert.Null(plugin.Identify());
        await AskAsync(1);
        await AskAsync(2);
        folder.Write("cli-plugins/docker-buildx", "plugin");
        await AskAsync(3);
        await AskAsync(3);
        folder.Write("cli-plugins/docker-buildx", "updated plugin");
        await AskAsync(4);
        folder.Write("extra/docker-buildx", "another, which may come first");
        folder.Write("config.json", $$"""{"cliPluginsExtraDirs":["{{folder["extra"]}}", 7]}""");
        await AskAsync(5);
        variables["PATH"] = docker.Folder;
        await AskAsync(6);
        await AskAsync(6);

        async Task AskAsync(int times)
        {
            Assert.Equal("0.30.0", await BuildxVersion.RecallAsync(docker.Command, plugin, answers, CancellationToken.None));
            Assert.Equal(times, File.ReadAllLines(folder["asked"]).Length);
        }
    }

    private static Task<EngineException> FailAsync(FakeDocker docker) =>
        Assert.ThrowsAsync<EngineException>(() => BuildxVersion.RequireAsync(docker.Command, CancellationToken.None));
}
