using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Contexts;

public sealed class ContextReadsTests
{
    [Theory]
    [InlineData("/", "a a/b .git/HEAD", "")]
    [InlineData("/src", "src src/a src/b/c", "srcs a/src")]
    [InlineData("/package*.json", "package.json package-lock.json", "a/package.json package.txt")]
    [InlineData("/*", "a .env src/a/b", "")]
    [InlineData("/src/*", "src/a src/b/c", "src a")]
    [InlineData("/*/x", "a/x a/x/y", "x a/b/x")]
    [InlineData("/src/*.ts", "src/a.ts src/dir.ts/b", "src/b/a.ts")]
    [InlineData("/[a-c]?", "ax b1/y c😀", "a da dx axx")]
    [InlineData("/[^a]", "b 😀", "a bb")]
    [InlineData("/\\*a*", "*a *ab", "a xa")]
    [InlineData("/a**b", "axb ab", "a/b")]
    [InlineData("/[a", "", "[a a")]
    public void A_source_takes_paths(string source, string taken, string others)
    {
        var reads = Reads(new ProvenanceFile().Context().Copy(2, source));
        Assert.All(taken.Split(' ', StringSplitOptions.RemoveEmptyEntries), x => Assert.Equal([2], Lines(reads, x)));
        Assert.All(others.Split(' ', StringSplitOptions.RemoveEmptyEntries), x => Assert.Empty(Lines(reads, x)));
    }

    [Fact]
    public void Exclusions_are_relative_to_the_folder_and_leave_a_named_file_alone()
    {
        var reads = Reads(new ProvenanceFile().Context().Copy(2, "/src", "*.md sub/x").Copy(3, "/hom*", "*.txt"));
        Assert.Empty(Lines(reads, "src/a.md"));
        Assert.Empty(Lines(reads, "src/sub/x/y"));
        Assert.Equal([2], Lines(reads, "src/sub/a.md"));
        Assert.Equal([3], Lines(reads, "hom.txt"));
        Assert.Empty(Lines(reads, "home/a.txt"));
        Assert.Equal([3], Lines(reads, "home/a.md"));
    }

    [Fact]
    public void Parents_takes_what_its_pattern_names()
    {
        var reads = Reads(
            new ProvenanceFile().Context().Copy(2, "/other", include: "deep/*.txt").Copy(3, "/", include: "src/*/package.json")
        );
        Assert.Equal([2], Lines(reads, "other/deep/a.txt"));
        Assert.Empty(Lines(reads, "other/a.txt"));
        Assert.Equal([3], Lines(reads, "src/x/package.json"));
        Assert.Empty(Lines(reads, "src/package.json"));
    }

    [Fact]
    public void Several_lines_and_several_builds_are_told_once_each_and_in_order()
    {
        var production = Use(new ProvenanceFile().Context().Copy(2, "/package.json").Copy(7, "/"));
        var test = Use(new ProvenanceFile().Context().Copy(2, "/package.json").Copy(5, "/").Mount(6, "/package.json"));
        Assert.Equal([2, 7, 5, 6], Lines(new ContextReads([production, test], []), "package.json"));
    }

    [Fact]
    public void A_link_that_is_named_takes_what_it_leads_to()
    {
        ContextEntry[] entries =
        [
            Link("a", "real"),
            Link("b", "/real/deep"),
            Link("docs/up", "../real/file"),
            Link("loop", "loop"),
            Link("chain", "a/deep"),
            Link("out", "../../real"),
            Link("root", "/"),
        ];
        Assert.Equal([2], Lines("/a", "real/x"));
        Assert.Equal([2], Lines("/a/x", "real/x"));
        Assert.Equal([2], Lines("/b", "real/deep/x"));
        Assert.Equal([2], Lines("/docs/up", "real/file"));
        Assert.Equal([2], Lines("/chain", "real/deep/x"));
        Assert.Equal([2], Lines("/out", "real/x"));
        Assert.Equal([2], Lines("/root", "real/x"));
        Assert.Equal([2], Lines("/loop", "loop"));
        Assert.Equal([2], Lines("/?", "real/x"));
        // Below the folder that is named, links are copied as links.
        Assert.Empty(Lines("/docs", "real/file"));
        Assert.Empty(Lines("/b", "real/x"));

        IEnumerable<int> Lines(string source, string path) =>
            ContextReadsTests.Lines(new ContextReads([Use(new ProvenanceFile().Context().Copy(2, source))], entries), path);
    }

    [Fact]
    public void A_malformed_exclusion_is_refused_as_the_builder_does() =>
        Assert.Throws<InputException>(() => Reads(new ProvenanceFile().Context().Copy(2, "/src", "[")));

    private static ContextEntry Link(string path, string target) => new(path, ContextEntryKind.Link, ByteSize.Zero, default, target);

    private static ContextReads Reads(ProvenanceFile provenance) => new([Use(provenance)], []);

    private static ContextUse Use(ProvenanceFile provenance) => ContextUseReader.Read(provenance.ToJson())!;

    private static IEnumerable<int> Lines(ContextReads reads, string path) => reads.Of(path).Select(x => x.FirstLine ?? 0);
}
