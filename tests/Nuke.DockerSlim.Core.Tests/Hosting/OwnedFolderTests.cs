using System.Diagnostics;
using System.Runtime.Versioning;
using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class OwnedFolderTests : IDisposable
{
    private readonly ContextFolder _folder = new();

    private IEnumerable<string?> Names => Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_goes_with_its_lock_when_it_is_disposed()
    {
        using (var own = OwnedFolder.Make(_folder.Path, "edited-"))
        {
            Assert.Equal([Path.GetFileName(own.Path), Path.GetFileName(own.Path) + ".lock"], Names);
            File.WriteAllText(Path.Combine(own.Path, "a"), "x");
        }
        Assert.Empty(Names);
    }

    [Fact]
    public void That_of_another_run_at_work_stays()
    {
        using var first = OwnedFolder.Make(_folder.Path, "edited-");
        Directory.SetLastWriteTimeUtc(first.Path, DateTime.UtcNow.AddDays(-2));
        using (OwnedFolder.Make(_folder.Path, "edited-"))
            Assert.True(Directory.Exists(first.Path));
        Assert.True(File.Exists(first.Path + ".lock"));
    }

    [Fact]
    public void What_was_left_behind_goes_and_what_is_of_another_kind_stays()
    {
        _folder.With(
            "edited-1/context/a",
            "edited-1.lock",
            "edited-2.lock",
            "edited-3/new",
            "edited-4/old",
            "build-1/a",
            "build-1.lock",
            "layers/x"
        );
        Directory.SetLastWriteTimeUtc(_folder["edited-4"], DateTime.UtcNow.AddDays(-2));
        OwnedFolder.Make(_folder.Path, "edited-").Dispose();
        // Without a lock it may be one that another run is just making.
        Assert.Equal(["build-1", "build-1.lock", "edited-3", "layers"], Names);
    }

    [LinuxFact, SupportedOSPlatform("linux")]
    public void What_may_not_be_written_goes_and_where_links_lead_stays_as_it_is()
    {
        _folder.With("edited-1/context/closed/a", "edited-1.lock", "users/own/file");
        Directory.CreateSymbolicLink(_folder["edited-1/context/link"], _folder["users"]);
        File.SetUnixFileMode(_folder["edited-1/context/closed"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead;
        File.SetUnixFileMode(_folder["users/own"], mode);
        OwnedFolder.Make(_folder.Path, "edited-").Dispose();
        Assert.Equal(["users"], Names);
        Assert.True(File.Exists(_folder["users/own/file"]));
        Assert.Equal(mode, File.GetUnixFileMode(_folder["users/own"]));
    }

    /// <summary>The lock of another process counts as long as that lives, and no longer.</summary>
    [LinuxFact]
    public async Task The_lock_of_a_killed_process_is_let_go()
    {
        _folder.With("edited-1/context/a", "edited-1.lock");
        using var other = Process.Start(
            new ProcessStartInfo("flock", ["--exclusive", "--no-fork", _folder["edited-1.lock"], "sh", "-c", "echo held; exec sleep 600"])
            {
                RedirectStandardOutput = true,
            }
        )!;
        try
        {
            Assert.Equal("held", await other.StandardOutput.ReadLineAsync());
            OwnedFolder.Make(_folder.Path, "edited-").Dispose();
            Assert.Equal(["edited-1", "edited-1.lock"], Names);
        }
        finally
        {
            other.Kill(entireProcessTree: true);
            await other.WaitForExitAsync();
        }
        OwnedFolder.Make(_folder.Path, "edited-").Dispose();
        Assert.Empty(Names);
    }

    [Fact]
    public void Many_at_once_do_not_take_each_others()
    {
        Parallel.For(
            0,
            200,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            x =>
            {
                using var own = OwnedFolder.Make(_folder.Path, "edited-");
                var file = Path.Combine(own.Path, "file");
                File.WriteAllText(file, $"{x}");
                Thread.Yield();
                Assert.Equal($"{x}", File.ReadAllText(file));
            }
        );
        Assert.Empty(Names);
    }
}
