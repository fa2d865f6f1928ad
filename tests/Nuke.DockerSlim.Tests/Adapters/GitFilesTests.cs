using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

public sealed class GitFilesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Tracked_files_are_named_from_the_folder_that_is_asked_about()
    {
        _folder.Write("src/größe und mehr.ts", "x");
        _folder.Write("src/new.ts", "x");
        _folder.Write("top.ts", "x");
        await GitAsync("init", "--quiet");
        await GitAsync("add", "top.ts", "src/größe und mehr.ts");

        Assert.Equal(["größe und mehr.ts"], await new GitFiles().ListAsync(_folder["src"], CancellationToken.None));
        Assert.Equal(2, (await new GitFiles().ListAsync(_folder.Path, CancellationToken.None))!.Count);
    }

    [Fact]
    public async Task A_folder_that_is_no_working_copy_has_none()
    {
        // Not even one above it.
        using var git = FakeDocker.Script("echo 'fatal: not a git repository' >&2; exit 128");

        Assert.Null(await new GitFiles(git.Program).ListAsync(_folder.Path, CancellationToken.None));
    }

    [Fact]
    public async Task A_machine_without_git_has_none() =>
        Assert.Null(await new GitFiles(_folder["no-git"]).ListAsync(_folder.Path, CancellationToken.None));

    public void Dispose() => _folder.Dispose();

    private async Task GitAsync(params string[] arguments)
    {
        var run = await Tool.RunAsync("git", ["-C", _folder.Path, .. arguments], new Dictionary<string, string?>());
        Assert.True(run.ExitCode == 0, run.Output);
    }
}
