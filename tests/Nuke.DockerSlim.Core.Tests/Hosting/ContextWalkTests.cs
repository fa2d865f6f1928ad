using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting;

[SuppressMessage("Interoperability", "CA1416:Validate platform compatibility", Justification = "Modes are asked for where they exist.")]
public sealed class ContextWalkTests : IDisposable
{
    private readonly ContextFolder _context = new();

    public void Dispose() => _context.Dispose();

    [Fact]
    public void Without_a_dockerignore_all_is_let_through()
    {
        _context.With("b", "a/.hidden", "a/c/d", "empty/", "Dockerfile", "é😀");
        Assert.Equal(["Dockerfile", "a/", "a/.hidden", "a/c/", "a/c/d", "b", "empty/", "é😀"], _context.Entries());
        var listing = _context.Read(countIgnored: true);
        Assert.Null(listing.IgnoreFile);
        Assert.Empty(listing.IgnorePatterns);
        Assert.Empty(listing.Ignored!);
        Assert.Null(_context.Read().Ignored);
    }

    [Fact]
    public void A_folder_on_the_way_to_an_exception_comes_along()
    {
        _context.With("a/b/c/keep", "a/b/d/x", "a/e/x", "z").Ignoring("*", "!a/b/c");
        Assert.Equal(["a/", "a/b/", "a/b/c/", "a/b/c/keep"], _context.Entries());
    }

    [Fact]
    public void A_folder_is_gone_with_the_last_of_what_it_holds_unless_it_is_let_through_itself()
    {
        _context.With("a/x.log", "b/x.log", "c/keep").Ignoring("**/*.log", "b", "c/**");
        Assert.Equal(["a/", "c/"], _context.Entries());
    }

    [Fact]
    public void Facts_of_entries_are_those_of_the_disk()
    {
        _context.Write("file", "12345").With("folder/");
        var time = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_context["file"], time);
        File.CreateSymbolicLink(_context["link"], "folder");
        File.CreateSymbolicLink(_context["loop"], "loop");
        var entries = _context.Read().Entries;
        Assert.Equal(new ContextEntry("file", ContextEntryKind.File, new ByteSize(5), time), entries[0]);
        Assert.Equal(ContextEntryKind.Folder, entries[1].Kind);
        Assert.Equal((ContextEntryKind.Link, "folder"), (entries[2].Kind, entries[2].LinkTarget));
        Assert.Equal((ContextEntryKind.Link, "loop"), (entries[3].Kind, entries[3].LinkTarget));
        Assert.Equal(4, entries.Count);
    }

    [Fact]
    public void What_is_ignored_is_counted_by_its_uppermost_folder()
    {
        _context
            .With("node_modules/a/index.js", "node_modules/b/c/keep.txt", "node_modules/b/x", "src/app.ts", "src/debug.log")
            .Write("node_modules/big", new string('x', 1000))
            .Ignoring("node_modules", "!**/keep.txt", "**/*.log", ".dockerignore");
        File.CreateSymbolicLink(_context["node_modules/link"], "b");
        Assert.Equal(
            [
                new ContextShare(".dockerignore", new ByteSize(48), 1),
                new ContextShare("node_modules/", new ByteSize(1002), 4),
                new ContextShare("src/debug.log", new ByteSize(1), 1),
            ],
            _context.Read(countIgnored: true).Ignored!
        );
        Assert.Contains("node_modules/b/c/keep.txt", _context.Entries());
    }

    [Fact]
    public void Ignored_folders_are_counted_without_following_links()
    {
        _context.With("out/a", "out/b/c", "src/x").Ignoring("out");
        Directory.CreateSymbolicLink(_context["out/up"], _context.Path);
        Assert.Equal([new ContextShare("out/", new ByteSize(2), 3)], _context.Read(countIgnored: true).Ignored!);
    }

    [Theory]
    [InlineData("Dockerfile", "Dockerfile.dockerignore")]
    [InlineData("build/app.Dockerfile", "build/app.Dockerfile.dockerignore")]
    public void The_file_beside_the_Dockerfile_takes_precedence(string dockerfile, string ignoreFile)
    {
        _context.With("a", "b", dockerfile).Ignoring("a").Write(ignoreFile, "b");
        var listing = ContextWalk.Read(_context.Path, _context[dockerfile], countIgnored: false, CancellationToken.None);
        Assert.Equal(_context[ignoreFile], listing.IgnoreFile);
        Assert.Contains(listing.Entries, x => x.Path == "a");
        Assert.DoesNotContain(listing.Entries, x => x.Path == "b");
    }

    [Fact]
    public void A_Dockerfile_elsewhere_brings_its_own_along()
    {
        _context.With("a", "b").Ignoring("a");
        File.WriteAllText(_context.Beside("Dockerfile.dockerignore"), "b");
        var listing = ContextWalk.Read(_context.Path, _context.Beside("Dockerfile"), countIgnored: false, CancellationToken.None);
        Assert.Equal([".dockerignore", "a"], listing.Entries.Select(x => x.Path));
    }

    [Fact]
    public void A_malformed_pattern_names_its_file()
    {
        _context.Ignoring("a", "[b");
        var error = Assert.Throws<InputException>(() => _context.Read());
        Assert.StartsWith($"{_context[".dockerignore"]}: The pattern '[b' is malformed", error.Message);
    }

    [Fact]
    public void A_missing_context_is_named() =>
        Assert.Contains(
            "does not exist",
            Assert.Throws<InputException>(() => ContextWalk.Read(_context["no"], "x", countIgnored: false, CancellationToken.None)).Message
        );

    [Fact]
    public void Pipes_and_sockets_are_told_from_empty_files()
    {
        _context.Write("empty", "");
        Shell("mkfifo pipe");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_context["socket"]));
        Assert.Equal(
            [("empty", ContextEntryKind.File), ("pipe", ContextEntryKind.Special), ("socket", ContextEntryKind.Special)],
            _context.Read().Entries.Select(x => (x.Path, x.Kind))
        );
    }

    [Fact]
    public void A_name_that_is_not_UTF_8_is_told_unless_it_is_ignored()
    {
        Shell("""touch "$(printf 'bad\377')" "$(printf 'bad\377.log')" """);
        _context.With("fine\uFFFD").Ignoring("*.log", ".dockerignore");
        var listing = _context.Read();
        // .NET cannot name them to take them away.
        Shell("rm bad*");
        Assert.Equal(["fine\uFFFD"], listing.Entries.Select(x => x.Path));
        Assert.Equal(["bad\uFFFD: the name is not UTF-8, and BuildKit sends no such file; rename it or ignore it."], listing.Unreadable);
    }

    [Fact]
    public void A_folder_that_may_not_be_opened_is_told_to_whom_it_is_closed()
    {
        _context.With("closed/x", "open");
        File.SetUnixFileMode(_context["closed"], UnixFileMode.None);
        var listing = _context.Read();
        File.SetUnixFileMode(_context["closed"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // The super-user opens everything.
        var isClosed = Environment.UserName != "root";
        Assert.Equal(isClosed ? 1 : 0, listing.Unreadable.Count(x => x.StartsWith("closed: the folder cannot be opened")));
        Assert.Equal(!isClosed, listing.Entries.Any(x => x.Path == "closed/x"));
    }

    [Fact]
    public void A_walk_can_be_ended()
    {
        using var ended = new CancellationTokenSource();
        ended.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            ContextWalk.Read(_context.Path, _context["Dockerfile"], countIgnored: false, ended.Token)
        );
    }

    private void Shell(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { WorkingDirectory = _context.Path })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
