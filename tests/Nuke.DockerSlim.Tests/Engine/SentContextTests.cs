using System.Collections.Concurrent;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Engine;

/// <summary>What a .dockerignore lets through, held against what the builder was really sent: <c>COPY . /</c>, exported to a folder.</summary>
public sealed class SentContextTests : IDisposable
{
    private const string Dockerfile = "FROM scratch\nCOPY . /\n";

    private static readonly string[] Tree =
    [
        "a",
        "a.md",
        "a1",
        "ab",
        "aXb",
        "a\tb",
        "b/a",
        "b/a.md",
        "b/c/a",
        "b/c/d/e.md",
        "b/c/keep",
        "b/empty/",
        "ba",
        "c",
        "README.md",
        "docs/README.md",
        "docs/deep/x.md",
        "docs/deep/x.txt",
        ".env",
        ".git/HEAD",
        "node_modules/p/index.js",
        "node_modules/p/node_modules/q/keep",
        "src/bin/x",
        "src/node_modules/r/keep",
        "src/app.ts",
        "#hash",
        "!bang",
        " lead",
        "trail ",
        "[x]",
        "*",
        "?",
        "?x",
        "]x",
        "back\\slash",
        "a-c",
        "x$y",
        "x+y",
        "é",
        "😀",
    ];

    private readonly TestFolder _folder = new();

    public SentContextTests()
    {
        foreach (var path in Tree)
            if (path.EndsWith('/'))
                Directory.CreateDirectory(_folder["context/" + path]);
            else
                _folder.Write("context/" + path, "x");
        File.CreateSymbolicLink(_folder["context/link"], "b");
        File.CreateSymbolicLink(_folder["context/b/dangling"], "no/where");
    }

    public void Dispose() => _folder.Dispose();

    private static readonly string[] IgnoreFiles =
    [
        "",
        "*",
        "**",
        "*\n!b/c",
        "*\n!b/c/*\n!docs/**",
        "**\n!**/keep",
        "*\n!**/*.md\nb/c/d",
        "*.md\n!README.md",
        "**/*.md\n!README.md",
        "**/README.md\n!docs/deep",
        "docs\n!docs/deep/x.md",
        "docs/*\n!docs/deep/x.md",
        "b/c\n!b",
        "!b\nb",
        "b\n!b\nb/c\n!b/c/d",
        "node_modules\n!**/keep",
        "**/node_modules\n!node_modules/p/node_modules/q",
        "**/node_modules/**",
        "/a\n./b/./c/\nc/..",
        "../a\n/../b\n.\n/",
        "?",
        "??",
        "*?x",
        "[a-c]*",
        "[^a]",
        "[!a]",
        "[[]x[]]\n\\?",
        "\\*\n\\[x\\]",
        "[?]x",
        "[]x]x",
        "b/**/a\nb**e.md",
        "b**",
        "**a",
        "**/c\n!**/c/d/**",
        "#hash\n #hash",
        "\\#hash",
        "!bang\n\\!bang",
        "! b\n  ab  \r\n\tba\t\r",
        "\uFEFFa\n\uFEFFab",
        " lead\ntrail ",
        "back\\slash\nsrc\\bin",
        "back\\\\slash\na\\d\na\\tb",
        "x$y\nx+*\na?b",
        "é\n[😀]",
        "[é-ü]\n\\😀",
        "src/*/r\n!src/node_modules/*/keep",
        "link\nb/dangling",
        "link/a",
        "[[:digit:]]\n[[:alpha:]][[:digit:]]",
        "*.MD\nREADME.md/x",
        "[z-a]",
        "[",
        "a[",
        "[a-]",
        "!",
        "b\\obj",
        "A\\",
    ];

    [EngineTheory]
    [OnBothStores]
    public async Task What_is_let_through_is_what_the_builder_gets(string store)
    {
        var different = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(
            IgnoreFiles.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 3 },
            async (ignoreFile, _) =>
            {
                // A Dockerfile of its own each, and so a .dockerignore of its own beside it.
                var dockerfile = _folder.Write($"{ignoreFile.Index}/Dockerfile", Dockerfile);
                _folder.Write($"{ignoreFile.Index}/Dockerfile.dockerignore", ignoreFile.Item);
                var (sent, listed) = (await SentAsync(store, dockerfile), Listed(dockerfile));
                if (sent != listed)
                    different.Enqueue($"{ignoreFile.Item}\n  builder: {sent}\n  listing: {listed}");
            }
        );
        Assert.Equal("", string.Join("\n", different));
    }

    [EngineTheory]
    [OnBothStores("a", null)]
    [OnBothStores("a", "b")]
    [OnBothStores("a", "")]
    [OnBothStores("\uFEFFa\r\n.dockerignore\r\nDockerfile*\r\n", null)]
    public async Task The_file_that_counts_is_the_one_that_the_builder_takes(string store, string ofContext, string? ofDockerfile)
    {
        var dockerfile = _folder.Write("context/Dockerfile", Dockerfile);
        _folder.Write("context/.dockerignore", ofContext);
        if (ofDockerfile is not null)
            _folder.Write("context/Dockerfile.dockerignore", ofDockerfile);
        Assert.Equal(await SentAsync(store, dockerfile), Listed(dockerfile));
    }

    private string Listed(string dockerfile)
    {
        try
        {
            var listing = ContextWalk.Read(_folder["context"], dockerfile, countIgnored: true, CancellationToken.None);
            return Text(listing.Entries.Select(x => x.Kind == ContextEntryKind.Folder ? x.Path + "/" : x.Path));
        }
        catch (InputException)
        {
            return "refused";
        }
    }

    private async Task<string> SentAsync(string store, string dockerfile)
    {
        using var sent = new TestFolder();
        var built = await Tool.RunAsync(
            "docker",
            ["buildx", "build", "--file", dockerfile, "--output", $"type=local,dest={sent.Path}", _folder["context"]],
            new Dictionary<string, string?> { ["DOCKER_HOST"] = Stores.Host(store) }
        );
        if (built.ExitCode != 0)
        {
            Assert.Matches("syntax error|illegal exclusion|error parsing regexp", built.Output);
            return "refused";
        }
        return Text(
            new DirectoryInfo(sent.Path)
                .EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0, RecurseSubdirectories = true })
                .Select(x => (Path: Path.GetRelativePath(sent.Path, x.FullName), IsFolder: x is DirectoryInfo && x.LinkTarget is null))
                .Where(x => !x.Path.StartsWith("link/", StringComparison.Ordinal))
                .Select(x => x.IsFolder ? x.Path + "/" : x.Path)
        );
    }

    private static string Text(IEnumerable<string> paths) => string.Join(" | ", paths.Order(StringComparer.Ordinal));
}
