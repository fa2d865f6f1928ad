using System.Diagnostics.CodeAnalysis;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Tests.Hosting;

[SuppressMessage("Interoperability", "CA1416:Validate platform compatibility", Justification = "Modes are asked for where they exist.")]
public sealed class ContextCopyTests : IDisposable
{
    private readonly ContextFolder _context = new();

    public void Dispose() => _context.Dispose();

    [Fact]
    public void The_copy_lists_as_the_original_does()
    {
        _context.With("src/a.ts", "src/deep/er/b", "empty/", "node_modules/x", "é😀").Ignoring("node_modules");
        File.CreateSymbolicLink(_context["link"], "src/a.ts");
        File.CreateSymbolicLink(_context["dangling"], "no/where");
        File.SetLastWriteTimeUtc(_context["src/a.ts"], new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Directory.SetLastWriteTimeUtc(_context["src"], new DateTime(2002, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        using var copy = Copy();
        var copied = ContextWalk.Read(copy.Path, _context["Dockerfile"], countIgnored: false, CancellationToken.None);
        // A link's own time is not set; nobody asks for it.
        Assert.Equal(Facts(_context.Read()), Facts(copied));
        Assert.False(Directory.Exists(Path.Combine(copy.Path, "node_modules")));

        static IEnumerable<ContextEntry> Facts(ContextListing listing) =>
            listing.Entries.Select(x => x.Kind == ContextEntryKind.Link ? x with { ModifiedAt = default } : x);
    }

    [Fact]
    public void Modes_come_along_and_keep_nothing_from_being_taken_away()
    {
        _context.With("run.sh", "secret", "closed/in");
        Set("run.sh", (UnixFileMode)0b100_111_101_101);
        Set("secret", UnixFileMode.UserRead);
        Set("closed", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using (var copy = Copy())
            Assert.All(
                ["run.sh", "secret", "closed", "closed/in"],
                x => Assert.Equal(File.GetUnixFileMode(_context[x]), File.GetUnixFileMode(Path.Combine(copy.Path, x)))
            );
        Assert.False(Directory.Exists(_context.Beside("copy")));
        Set("closed", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        void Set(string path, UnixFileMode mode) => File.SetUnixFileMode(_context[path], mode);
    }

    [Fact]
    public void An_edit_to_the_copy_leaves_the_original_alone()
    {
        _context.With("a");
        File.CreateSymbolicLink(_context["link"], "a");
        using var copy = Copy();
        File.AppendAllText(Path.Combine(copy.Path, "link"), "edited");
        Assert.Equal("xedited", File.ReadAllText(Path.Combine(copy.Path, "a")));
        Assert.Equal("x", File.ReadAllText(_context["a"]));
    }

    [Fact]
    public void A_folder_that_is_there_is_neither_filled_nor_taken_away()
    {
        Directory.CreateDirectory(_context.Beside("copy"));
        Assert.Contains("exists already", Assert.Throws<IOException>(Copy).Message);
        Assert.True(Directory.Exists(_context.Beside("copy")));
    }

    [Fact]
    public void What_cannot_be_copied_leaves_nothing_behind()
    {
        _context.With("a", "b/c");
        var listing = _context.Read();
        File.Delete(_context["b/c"]);
        Assert.ThrowsAny<Exception>(() => ContextCopy.Make(listing, _context.Beside("copy"), CancellationToken.None));
        Assert.False(Directory.Exists(_context.Beside("copy")));
    }

    [Fact]
    public void A_copy_that_is_ended_leaves_nothing_behind()
    {
        _context.With("a", "b/c");
        using var ended = new CancellationTokenSource();
        ended.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ContextCopy.Make(_context.Read(), _context.Beside("copy"), ended.Token));
        Assert.False(Directory.Exists(_context.Beside("copy")));
    }

    private ContextCopy Copy() => ContextCopy.Make(_context.Read(), _context.Beside("copy"), CancellationToken.None);
}
