using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

public sealed class GitRevisionsTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _into = new();
    private readonly Dictionary<string, string> _variables = [];
    private readonly TestRepository _repository;
    private string _first = "";

    public GitRevisionsTests() => _repository = new TestRepository(_folder.Path);

    private GitRevisions Revisions => new(_variables.GetValueOrDefault);

    public async Task InitializeAsync()
    {
        await _repository.InitAsync();
        _folder.Write("app/größe.txt", "first");
        _folder.Write("app/Dockerfile", "FROM a");
        _folder.Write("other/far", "x");
        // What is left out of archives is part of the image all the same.
        _folder.Write(".gitattributes", "app/* export-ignore\n");
        _first = await _repository.CommitAsync();
    }

    [Fact]
    public async Task Files_are_taken_out_as_they_were_and_the_working_copy_stays_as_it_is()
    {
        _folder.Write("app/größe.txt", "second");
        await _repository.CommitAsync();
        _folder.Write("app/größe.txt", "third");
        _folder.Write("app/untracked", "x");
        await _repository.GitAsync("add", "app/untracked");
        var before = await _repository.GitAsync("status", "--porcelain");

        var revision = (await Revisions.FindAsync(_folder["app"], "HEAD~1", default))!;
        await Revisions.TakeOutAsync(revision, ["app", "none"], _into.Path, default);

        Assert.Equal((_first, _folder.Path), (revision.Commit, revision.Directory));
        Assert.Equal(["app", "app/Dockerfile", "app/größe.txt"], Taken());
        Assert.Equal("first", File.ReadAllText(_into["app/größe.txt"]));
        Assert.Equal(before, await _repository.GitAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task With_three_dots_it_is_where_the_branches_parted()
    {
        await _repository.GitAsync("checkout", "--quiet", "-b", "topic");
        await _repository.CommitAsync("topic");
        await _repository.GitAsync("checkout", "--quiet", "main");
        var main = await _repository.CommitAsync("main");
        await _repository.GitAsync("checkout", "--quiet", "topic");

        Assert.Equal(main, (await Revisions.FindAsync(_folder.Path, "main", default))!.Commit);
        Assert.Equal(_first, (await Revisions.FindAsync(_folder.Path, "main...", default))!.Commit);
    }

    [Theory]
    [InlineData("GITHUB_BASE_REF", "main")]
    [InlineData("CHANGE_TARGET", "main")]
    [InlineData("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main")]
    public async Task The_merge_base_of_a_pull_request_is_what_the_pipeline_says(string variable, string value)
    {
        await _repository.GitAsync("update-ref", "refs/remotes/origin/main", "HEAD");
        await _repository.CommitAsync("topic");
        _variables[variable] = value;

        Assert.Equal(_first, (await Revisions.FindAsync(_folder.Path, "merge-base", default))!.Commit);
    }

    [Fact]
    public async Task GitLab_names_the_commit()
    {
        await _repository.CommitAsync("topic");
        _variables["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = _first;

        Assert.Equal(_first, (await Revisions.FindAsync(_folder.Path, "merge-base", default))!.Commit);
    }

    [Fact]
    public async Task A_run_of_no_pull_request_has_no_merge_base() =>
        Assert.Null(await Revisions.FindAsync(_folder.Path, "merge-base", default));

    [Theory]
    [InlineData("nowhere")]
    [InlineData("--upload-pack=touch /tmp/x")]
    [InlineData("HEAD:app")]
    public async Task What_is_no_revision_is_an_error(string name)
    {
        var e = await Assert.ThrowsAsync<InputException>(() => Revisions.FindAsync(_folder.Path, name, default));

        Assert.Equal($"git knows no revision '{name}' in {_folder.Path}; run git fetch, or name another with --baseline-ref.", e.Message);
    }

    [Fact]
    public async Task A_shallow_clone_says_how_to_get_the_rest()
    {
        await _repository.CommitAsync("second");
        await _repository.GitAsync("clone", "--quiet", "--depth", "1", $"file://{_folder.Path}", _into["clone"]);

        var e = await Assert.ThrowsAsync<InputException>(() => Revisions.FindAsync(_into["clone"], "HEAD~1", default));

        Assert.EndsWith("it is a shallow clone: run git fetch --unshallow (actions/checkout: fetch-depth: 0).", e.Message);
    }

    [Fact]
    public async Task No_working_copy_and_no_git_are_errors()
    {
        using var git = FakeDocker.Script("echo 'fatal: not a git repository' >&2; exit 128");
        var none = await Assert.ThrowsAsync<InputException>(() =>
            new GitRevisions(_ => null, git.Program).FindAsync(_folder.Path, "main", default)
        );
        var missing = await Assert.ThrowsAsync<InputException>(() =>
            new GitRevisions(_ => null, _folder["no-git"]).FindAsync(_folder.Path, "main", default)
        );

        Assert.Equal(
            $"--baseline-ref main: {_folder.Path} is in no git working copy (fatal: not a git repository); name a report instead.",
            none.Message
        );
        Assert.StartsWith("--baseline-ref needs git, which is not on the path;", missing.Message);
    }

    [Fact]
    public async Task Submodules_are_taken_out_at_the_commit_of_then()
    {
        using var library = new TestFolder();
        var repository = new TestRepository(library.Path);
        await repository.InitAsync();
        library.Write("code", "old");
        await repository.CommitAsync();
        await _repository.GitAsync("submodule", "--quiet", "add", library.Path, "app/library");
        await _repository.CommitAsync("with a submodule");
        library.Write("code", "new");
        await repository.CommitAsync();
        var inside = new TestRepository(_folder["app/library"]);
        await inside.GitAsync("pull", "--quiet", "origin", "main");

        var revision = (await Revisions.FindAsync(_folder.Path, "HEAD", default))!;
        await Revisions.TakeOutAsync(revision, ["app"], _into.Path, default);

        Assert.Equal("old", File.ReadAllText(_into["app/library/code"]));

        await _repository.GitAsync("submodule", "--quiet", "deinit", "--force", "app/library");
        var e = await Assert.ThrowsAsync<InputException>(() => Revisions.TakeOutAsync(revision, ["app"], _into["again"], default));
        Assert.StartsWith($"The submodule app/library of {revision.Short} is not there; run git submodule update --init", e.Message);
    }

    [Fact]
    public async Task A_pointer_of_LFS_in_place_of_a_file_that_is_here_is_refused()
    {
        const string pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 5\n";
        _folder.Write("app/film", pointer);
        _folder.Write("app/both", pointer);
        await _repository.CommitAsync();
        _folder.Write("app/film", "films");
        var revision = (await Revisions.FindAsync(_folder.Path, "HEAD", default))!;

        var e = await Assert.ThrowsAsync<InputException>(() => Revisions.TakeOutAsync(revision, ["app"], _into.Path, default));

        Assert.StartsWith($"app/film of {revision.Short} is not here, only the pointer of Git LFS to it;", e.Message);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _folder.Dispose();
        _into.Dispose();
    }

    private string[] Taken() =>
        [
            .. Directory
                .EnumerateFileSystemEntries(_into.Path, "*", SearchOption.AllDirectories)
                .Select(x => Path.GetRelativePath(_into.Path, x))
                .Order(StringComparer.Ordinal),
        ];
}
