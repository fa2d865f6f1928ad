using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Contexts;

public sealed class EditChoiceTests
{
    private static readonly DateTime Then = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Theory]
    [InlineData("src/old.ts src/new.ts", "src/new.ts")]
    [InlineData("src/a.ts package.json package-lock.json Dockerfile README.md", "src/a.ts")]
    [InlineData("src/a.cs src/a.test.ts tests/b.ts test_c.py OrderTests.cs a_test.go", "src/a.cs")]
    [InlineData("tests/a.py config.yaml", "tests/a.py")]
    [InlineData("config.yaml Cargo.lock", "config.yaml")]
    [InlineData("go.sum go.mod", "go.sum")]
    [InlineData("requirements.txt Dockerfile web.Dockerfile .dockerignore", "requirements.txt")]
    [InlineData("src/a.ts vite.config.ts types.d.ts", "src/a.ts")]
    [InlineData("App.csproj Program.cs", "Program.cs")]
    [InlineData("main.go build/_build.csproj build/Build.cs build.ps1 build.sh", "main.go")]
    [InlineData("README.md ci/_build.csproj ci/Build.cs", "README.md")]
    [InlineData("README.md build/Shop.cs", "build/Shop.cs")]
    public void The_likeliest_is_first_then_the_newest(string files, string first) =>
        Assert.Equal(first, EditChoice.Sources(Context(files), null, null)[0].Path);

    [Fact]
    public void Only_what_the_production_stage_takes_in_counts()
    {
        var context = Context("src/a.ts tools/b.ts src/sub/c.ts top.ts");
        Assert.Equal(["src/sub/c.ts", "src/a.ts"], EditChoice.Sources(context, Use("src"), null).Select(x => x.Path));
        Assert.Equal(["top.ts"], EditChoice.Sources(context, Use("*.ts"), null).Select(x => x.Path));
        Assert.Equal(4, EditChoice.Sources(context, Use(""), null).Count);
        Assert.Empty(EditChoice.Sources(context, Use(), null));
    }

    [Fact]
    public void What_is_not_tracked_comes_last() =>
        Assert.Equal(
            ["README.md", "src/new.ts"],
            EditChoice.Sources(Context("README.md src/new.ts"), null, new HashSet<string> { "README.md" }).Select(x => x.Path)
        );

    [Fact]
    public void Dependencies_are_lock_files_then_manifests()
    {
        Assert.Equal(
            ["yarn.lock", "package.json", "App.csproj"],
            EditChoice.Dependencies(Context("src/a.ts App.csproj package.json yarn.lock"), null, null).Select(x => x.Path)
        );
        Assert.Empty(EditChoice.Dependencies(Context("src/a.ts"), null, null));
    }

    [Fact]
    public void Folders_and_links_are_no_files() =>
        Assert.Empty(
            EditChoice.Sources(
                new ContextListing
                {
                    Directory = "/x",
                    Entries =
                    [
                        new("src.ts", ContextEntryKind.Folder, ByteSize.Zero, Then),
                        new("a.ts", ContextEntryKind.Link, ByteSize.Zero, Then, "b.ts"),
                    ],
                },
                null,
                null
            )
        );

    [Theory]
    [InlineData("a.ts", "\n// edited 0000002a\n")]
    [InlineData("b/a.PY", "\n# edited 0000002a\n")]
    [InlineData("a.html", "\n<!-- edited 0000002a -->\n")]
    [InlineData("a.css", "\n/* edited 0000002a */\n")]
    [InlineData("a.sql", "\n-- edited 0000002a\n")]
    [InlineData("a.yaml", "\n# edited 0000002a\n")]
    public void The_note_is_a_comment_where_there_are_comments(string path, string note) => Assert.Equal(note, EditNote.For(path, 42));

    [Theory]
    [InlineData("package.json")]
    [InlineData("LICENSE")]
    [InlineData("a.txt")]
    public void Elsewhere_it_is_blank_and_yet_another_each_time(string path)
    {
        Assert.Equal(string.Empty, EditNote.For(path, 42).Trim(' ', '\n'));
        Assert.Equal(256, Enumerable.Range(0, 256).Select(x => EditNote.For(path, (uint)x)).Distinct().Count());
    }

    private static ContextUse Use(params string[] sources) =>
        new() { IsSent = true, Reads = [.. sources.Select(x => new ContextRead { Source = x })] };

    // The later in the list, the newer.
    private static ContextListing Context(string files) =>
        new()
        {
            Directory = "/x",
            Entries = [.. files.Split(' ').Select((x, i) => new ContextEntry(x, ContextEntryKind.File, new(1), Then.AddSeconds(i)))],
        };
}
