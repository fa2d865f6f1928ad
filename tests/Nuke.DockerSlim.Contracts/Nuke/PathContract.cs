using Nuke.Common.IO;

namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class PathContract : IDisposable
{
    private readonly AbsolutePath _folder = Directory.CreateTempSubdirectory("nuke-path-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Paths_are_rooted_and_normalised()
    {
        AbsolutePath path = "/a//b/./c/../d/";

        Assert.Equal("/a/b/d", path.ToString());
        Assert.Equal("/a/b", path / "..");
        Assert.Equal("/a/b", path.Parent);
        Assert.Equal("/a/b/d/e/f", path / "e/f");
        Assert.Equal("/a/b/d.tar", path + ".tar");
        Assert.Null(((AbsolutePath)"/").Parent);
        Assert.Null((AbsolutePath?)(string?)null);
        Assert.Throws<ArgumentException>(() => (AbsolutePath)"relative");
        Assert.Throws<ArgumentException>(() => path / "/rooted");
    }

    [Fact]
    public void Paths_are_equal_by_value()
    {
        AbsolutePath one = "/a/b";
        AbsolutePath same = "/a/./b";

        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != "/a/B");
        Assert.False(one == null);
    }

    [Fact]
    public void Paths_know_their_parts()
    {
        AbsolutePath path = "/a/b/report.final.json";

        Assert.Equal("report.final.json", path.Name);
        Assert.Equal("report.final", path.NameWithoutExtension);
        Assert.Equal(".json", path.Extension);
        Assert.Equal("/a/b/report.final.md", path.WithExtension("md"));
        Assert.Equal("b/report.final.json", ((AbsolutePath)"/a").GetRelativePathTo(path).ToString());
        Assert.Equal("../../c", ((AbsolutePath)"/a/b").GetUnixRelativePathTo("/c").ToString());
        Assert.True(((AbsolutePath)"/a").Contains(path));
    }

    [Fact]
    public void Files_are_written_with_their_folders_and_one_final_line_break()
    {
        var file = _folder / "deep" / "file.txt";

        Assert.Equal("one\n", File.ReadAllText(file.WriteAllText("one")));
        Assert.Equal("one\n", File.ReadAllText(file.WriteAllText("one\n\n")));
        Assert.Equal("one", File.ReadAllText(file.WriteAllText("one", eofLineBreak: false)));
        Assert.Equal("a\nb\n", File.ReadAllText(file.WriteAllLines(["a", "b"])));
        Assert.Equal(["a", "b"], file.ReadAllLines());
        Assert.Throws<ArgumentException>(() => (_folder / "none").ReadAllText());
    }

    [Fact]
    public void Folders_are_created_cleaned_and_deleted_again_and_again()
    {
        var folder = _folder / "x" / "y";
        (folder / "old").WriteAllText("old");

        folder.CreateOrCleanDirectory();

        Assert.True(folder.DirectoryExists());
        Assert.False((folder / "old").FileExists());
        folder.DeleteDirectory();
        folder.DeleteDirectory();
        Assert.Null(folder.ExistingDirectory());
    }

    [Fact]
    public void Files_are_found_by_pattern()
    {
        (_folder / "a.md").WriteAllText("");
        (_folder / "docs" / "b.md").WriteAllText("");
        (_folder / "docs" / "c.txt").WriteAllText("");

        Assert.Equal([_folder / "a.md"], _folder.GlobFiles("*.md"));
        Assert.Equal([_folder / "docs" / "b.md"], _folder.GlobFiles("*/*.md"));
        Assert.Equal([_folder / "a.md", _folder / "docs" / "b.md"], _folder.GlobFiles("**/*.md").OrderBy(path => path.ToString()));
    }
}
