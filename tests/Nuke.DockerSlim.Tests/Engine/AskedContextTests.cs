using System.Text.Json;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Engine;

/// <summary>
/// What a build is said to ask for and to read, held against what the builder transferred and what came out. Each file has a bit of its own in the
/// number of bytes: the n-th is 2^n pages long.
/// </summary>
public sealed class AskedContextTests : IDisposable
{
    private const int Page = 4096;

    private static readonly string[] Files = ["top", "d/x.txt", "d/y.md", "e/z", "e/sub/deep.md", "g/h", "notes.md", "[odd] name"];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [EngineTheory]
    [OnBothStores("COPY top /", "top", "top")]
    [OnBothStores("COPY d /d/\nADD g /g/", "d/x.txt d/y.md g/h", "d/x.txt d/y.md g/h")]
    // A wildcard that meets a link, here "link", is asked for as it is: all that it matches is sent.
    [OnBothStores("COPY */*.md ./", null, "d/y.md")]
    [OnBothStores("COPY d/*.md ./", "d/y.md", "d/y.md")]
    [OnBothStores("COPY ??? [d]/x* ./", "top d/x.txt", "top d/x.txt")]
    [OnBothStores("COPY link /l/", "e/z e/sub/deep.md", "e/z e/sub/deep.md")]
    [OnBothStores("COPY link/sub /l/", "e/sub/deep.md", "e/sub/deep.md")]
    [OnBothStores("COPY d/up /l/", "e/z", "e/z")]
    [OnBothStores("COPY --exclude=*.md --exclude=sub d e /", "d/x.txt d/y.md e/z e/sub/deep.md", "d/x.txt e/z")]
    [OnBothStores("COPY --exclude=**/*.md . /", null, "top d/x.txt e/z g/h [odd]\0name")]
    [OnBothStores("COPY --link top g /l/", "top g/h", "top g/h")]
    [OnBothStores("COPY <<EOF /here\ntext\nEOF\nCOPY [\"[[]odd] name\", \"/\"]", "[odd]\0name", "[odd]\0name")]
    [OnBothStores("COPY top /\nFROM scratch\nCOPY g /", "g/h", "g/h")]
    [OnBothStores("COPY e /\nFROM scratch\nCOPY --from=0 /sub /\nCOPY g /", "e/z e/sub/deep.md g/h", "e/z e/sub/deep.md g/h")]
    public async Task A_build_is_sent_what_it_asks_for_and_takes_what_its_lines_name(
        string store,
        string steps,
        string? asked,
        string taken
    )
    {
        var (transferred, exported, use) = await BuildAsync(store, "FROM scratch\n" + steps + "\n");
        var content = Content(use);
        Assert.Equal(Names(asked) ?? Files, Names(transferred));
        Assert.Equal(Names(asked) ?? Files, content.Sent.Where(x => x.Kind == ContextEntryKind.File).Select(x => x.Path).OrderBy(Index));
        var reads = new ContextReads([use], Listing().Entries);
        Assert.Equal(Names(taken), Files.Where(x => reads.Of(x).Any()));
        // What an earlier stage keeps for itself does not come out.
        if (!steps.Contains("--from"))
            Assert.Equal(Names(taken), Names(exported));
    }

    [EngineTheory]
    [OnBothStores("source=g,target=/m", "g/h")]
    [OnBothStores("target=/m", null)]
    [OnBothStores("source=d/y.md,target=/m/y", "d/y.md")]
    public async Task A_mount_of_the_context_asks_for_it(string store, string mount, string? asked)
    {
        using var engine = await StoreEngine.OpenAsync(store);
        var (transferred, _, use) = await BuildAsync(store, $"FROM {StoreEngine.Base}\nRUN --mount=type=bind,{mount} ls -R /m > /list\n");
        Assert.Equal(Names(asked) ?? Files, Names(transferred));
        Assert.Equal(
            Names(asked) ?? Files,
            Content(use).Sent.Where(x => x.Kind == ContextEntryKind.File).Select(x => x.Path).OrderBy(Index)
        );
        Assert.All(use.Reads, x => Assert.True(x is { IsMount: true, FirstLine: 2 }));
    }

    private async Task<(long Transferred, long Exported, ContextUse Use)> BuildAsync(string store, string dockerfile)
    {
        foreach (var (index, file) in Files.Index())
            _folder.Write("context/" + file, new string('x', Page << index));
        File.CreateSymbolicLink(_folder["context/link"], "e");
        File.CreateSymbolicLink(_folder["context/d/up"], "../e/z");
        _folder.Write("Dockerfile", dockerfile);
        var built = await Tool.RunAsync(
            "docker",
            [
                "buildx",
                "build",
                "--progress=rawjson",
                "--file",
                _folder["Dockerfile"],
                "--metadata-file",
                _folder["metadata.json"],
                "--output",
                $"type=local,dest={_folder["out"]}",
                _folder["context"],
            ],
            new Dictionary<string, string?> { ["DOCKER_HOST"] = Stores.Host(store), ["BUILDX_METADATA_PROVENANCE"] = "max" }
        );
        Assert.True(built.ExitCode == 0, built.Output);
        return (Transferred(built.Output), Exported(), ContextUseReader.Read(File.ReadAllText(_folder["metadata.json"]))!);
    }

    // The .dockerignore is asked for under the same name, and is small; events of both may come in any order.
    private static long Transferred(string events)
    {
        var current = 0L;
        foreach (var line in events.Split('\n').Where(x => x.Contains("\"transferring context:\"", StringComparison.Ordinal)))
        {
            using var progress = JsonDocument.Parse(line);
            foreach (var status in progress.RootElement.GetProperty("statuses").EnumerateArray())
                if (status.TryGetProperty("current", out var bytes))
                    current = Math.Max(current, bytes.GetInt64());
        }
        return current;
    }

    private long Exported() =>
        new DirectoryInfo(_folder["out"])
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(x => x.LinkTarget is null && x.Length >= Page && !x.FullName.Contains("/link/", StringComparison.Ordinal))
            .Sum(x => x.Length);

    private ContextListing Listing() =>
        ContextWalk.Read(_folder["context"], _folder["Dockerfile"], countIgnored: false, CancellationToken.None);

    private ContextContent Content(ContextUse use) => ContextContent.Of(Listing(), [use], _folder["Dockerfile"]);

    private static IEnumerable<string> Names(long bytes) => Files.Where((_, i) => (bytes / Page >> i & 1) == 1);

    // A space in a name is written as NUL, for a list of names.
    private static string[]? Names(string? list) => list?.Split(' ').Select(x => x.Replace('\0', ' ')).OrderBy(Index).ToArray();

    private static int Index(string file) => Array.IndexOf(Files, file);
}
