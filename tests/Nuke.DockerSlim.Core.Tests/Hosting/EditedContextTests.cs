using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class EditedContextTests : IDisposable
{
    private readonly ContextFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_context_that_holds_its_own_copy_does_not_copy_that()
    {
        _folder.With("a.ts", ".nuke/temp/x/big", "artifacts/images/shop/.lock", "artifacts/images/shopping");
        var listing = EditedContext.Without(_folder.Read(), _folder[".nuke/temp"], _folder["artifacts/images/shop"]);
        using var copy = EditedContext.Make(listing, _folder[".nuke/temp"], default);
        Assert.Equal(
            ["a.ts", "artifacts/images/shopping"],
            Directory
                .EnumerateFiles(copy.Path, "*", SearchOption.AllDirectories)
                .Select(x => Path.GetRelativePath(copy.Path, x).Replace('\\', '/'))
                .Order()
        );
    }

    [Fact]
    public void A_copy_that_fails_leaves_nothing()
    {
        _folder.With("a.ts");
        var listing = _folder.Read();
        File.Delete(_folder["a.ts"]);
        Assert.ThrowsAny<Exception>(() => EditedContext.Make(listing, _folder["temp"], default));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["temp"]));
    }

    [Fact]
    public void A_file_that_may_only_be_read_is_edited_and_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
            return;
        _folder.Write("a.sh", "x");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        File.SetUnixFileMode(_folder["a.sh"], mode);
        using var copy = EditedContext.Make(_folder.Read(), _folder.Beside("temp"), default);
        var edit = copy.Begin("a.sh");
        edit.Apply();
        Assert.StartsWith("x\n# edited ", File.ReadAllText(Path.Combine(copy.Path, "a.sh")));
        Assert.Equal(mode, File.GetUnixFileMode(Path.Combine(copy.Path, "a.sh")));
        edit.Undo();
        Assert.Equal("x", File.ReadAllText(Path.Combine(copy.Path, "a.sh")));
    }

    [Theory]
    [InlineData("src/lost.ts", "does not exist in the build context")]
    [InlineData("../a.ts", "lies outside the build context")]
    [InlineData("notes.md", "is left out of the build by")]
    [InlineData("logo.png", "is no text")]
    [InlineData("empty.ts", "is no text")]
    [InlineData("src", "does not exist in the build context")]
    public void A_named_file_that_cannot_be_edited_says_why(string file, string problem)
    {
        Fill();
        Assert.Contains(problem, EditedFileChecks.Problem(Target(file)));
    }

    [Theory]
    [InlineData("src/a.ts", "src/a.ts")]
    [InlineData("./src/../src/a.ts", "src/a.ts")]
    [InlineData("context/src/a.ts", "src/a.ts")]
    public void A_named_file_is_found_from_the_context_and_from_the_root(string file, string path)
    {
        Fill();
        Assert.Null(EditedFileChecks.Problem(Target(file)));
        Assert.Equal(path, EditedFileChecks.PathOf(Target(file)));
    }

    [Fact]
    public void Where_no_edited_build_is_asked_for_the_file_is_not_looked_at() =>
        Assert.Null(EditedFileChecks.Problem(Target("src/lost.ts", BuildScenario.Cold)));

    private void Fill()
    {
        _folder.With("src/a.ts", "notes.md").Ignoring("*.md").Write("empty.ts", "");
        File.WriteAllBytes(_folder["logo.png"], [1, 0, 2]);
    }

    private BuildTarget Target(string file, BuildScenario scenario = BuildScenario.Edited) =>
        BuildTarget.From(
            new ImageDefinition("shop")
            {
                BuildContext = "context",
                EditedFile = file,
                Scenarios = [scenario],
            },
            _folder.Beside("")
        );
}
