using System.Runtime.Versioning;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class AdvisedFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slim-advice-").FullName;

    private string Dockerfile => Path.Combine(_folder, "Dockerfile");

    private string IgnoreFile => Path.Combine(_folder, ".dockerignore");

    [Fact]
    public void Both_are_written_and_a_byte_order_mark_stays()
    {
        File.WriteAllBytes(Dockerfile, [0xEF, 0xBB, 0xBF, (byte)'a']);
        var files = Read();

        files.Replace("b", "c\n");

        Assert.Equal("a", files.Dockerfile.Text);
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'b'], File.ReadAllBytes(Dockerfile));
        Assert.Equal("c\n", File.ReadAllText(IgnoreFile));
        Assert.Equal(
            [".dockerignore", "Dockerfile"],
            Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_file_that_was_changed_meanwhile_is_left_and_so_is_the_other()
    {
        File.WriteAllText(Dockerfile, "a");
        var files = Read();
        File.WriteAllText(Dockerfile, "mine");

        var error = Assert.Throws<InputException>(() => files.Replace("b", "c"));

        Assert.Contains("was changed while the advice was tried", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Dockerfile));
        Assert.False(File.Exists(IgnoreFile));
    }

    [Fact]
    public void An_ignore_file_that_came_meanwhile_is_left()
    {
        File.WriteAllText(Dockerfile, "a");
        var files = Read();
        File.WriteAllText(IgnoreFile, "mine");

        Assert.Throws<InputException>(() => files.Replace("b", "c"));

        Assert.Equal(("a", "mine"), (File.ReadAllText(Dockerfile), File.ReadAllText(IgnoreFile)));
    }

    [Fact]
    public void A_text_in_another_encoding_is_refused()
    {
        File.WriteAllBytes(Dockerfile, [(byte)'#', 0xE9]);

        Assert.Contains("is not UTF-8", Assert.Throws<InputException>(Read).Message, StringComparison.Ordinal);
    }

    [LinuxFact]
    [UnsupportedOSPlatform("windows")]
    public void A_link_stays_one_and_rights_stay_what_they_were()
    {
        var real = Path.Combine(_folder, "real");
        File.WriteAllText(real, "a");
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(Dockerfile, real);

        Read().Replace("b", null);

        Assert.Equal(real, new FileInfo(Dockerfile).LinkTarget);
        Assert.Equal("b", File.ReadAllText(real));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(real));
    }

    [Fact]
    public void A_copy_carries_the_ignore_file_by_its_name()
    {
        File.WriteAllText(Dockerfile, "a");

        var copy = Read().WriteCopy(Path.Combine(_folder, "copy"), "b", "c");

        Assert.Equal(("b", "c"), (File.ReadAllText(copy), File.ReadAllText(copy + ".dockerignore")));
        Assert.Equal("a", File.ReadAllText(Dockerfile));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private AdvisedFiles Read() => new(AdvisedFile.Read(Dockerfile), AdvisedFile.Read(IgnoreFile));
}
