using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Contexts;

public sealed class ContextContentTests
{
    [Fact]
    public void Only_what_is_asked_for_is_sent_and_the_rest_is_unused()
    {
        var content = Of(
            Use(new ProvenanceFile().Context("package.json src").Copy(2, "/package.json /src")),
            "Dockerfile",
            "package.json",
            "README.md",
            "src/a",
            "src/b/c",
            "docs/x",
            "docs/y/z"
        );
        Assert.Equal(["package.json", "src/a", "src/b/c"], content.Sent.Select(x => x.Path));
        Assert.Equal([Share("docs/", 2), Share("README.md", 1)], content.Unused);
        Assert.Equal(ByteSize.Zero, content.UnusedSent);
    }

    [Fact]
    public void What_a_line_excludes_is_sent_for_nothing()
    {
        var content = Of(Use(new ProvenanceFile().Context().Copy(2, "/", "**/*.md docs")), "a", "b.md", "docs/x", "src/c.md", "src/d");
        Assert.Equal(5, content.Sent.Count);
        Assert.Equal([Share("b.md", 1), Share("docs/", 1), Share("src/c.md", 1)], content.Unused);
        Assert.Equal(new ByteSize(30), content.UnusedSent);
    }

    [Fact]
    public void What_any_build_asks_for_is_sent_once()
    {
        var production = Use(new ProvenanceFile().Context("src").Copy(2, "/src"));
        var test = Use(new ProvenanceFile().Context("src tests").Copy(2, "/src").Copy(5, "/tests"));
        var content = Of([production, test], "src/a", "tests/b", "c");
        Assert.Equal(["src/a", "tests/b"], content.Sent.Select(x => x.Path));
        Assert.Equal([Share("c", 1)], content.Unused);
    }

    [Fact]
    public void A_build_that_needs_no_context_is_sent_nothing()
    {
        var content = Of(new ContextUse(), "a");
        Assert.Empty(content.Sent);
        Assert.Equal([Share("a", 1)], content.Unused);
    }

    [Fact]
    public void The_builders_own_files_are_not_unused()
    {
        var listing = Listing("build/Dockerfile", "build/Dockerfile.dockerignore", "build/x") with
        {
            IgnoreFile = "/context/build/Dockerfile.dockerignore",
        };
        var content = ContextContent.Of(listing, [new ContextUse()], "/context/build/Dockerfile");
        Assert.Equal([Share("build/x", 1)], content.Unused);
    }

    [Fact]
    public void Links_on_the_way_are_sent_with_what_they_lead_to()
    {
        var listing = Listing("real/a", "real/b", "other/c", "pack/one/d") with { };
        listing = listing with
        {
            Entries =
            [
                .. listing.Entries,
                Link("link", "real"),
                Link("pack/two", "../other"),
                Link("loop", "loop"),
                Link("unused", "real"),
            ],
        };
        var use = Use(new ProvenanceFile().Context("link/a loop pack/t*").Copy(2, "/link/a /loop /pack/t*"));
        Assert.Equal(["real/a", "other/c", "link", "pack/two", "loop"], ContextContent.Of(listing, [use], "/x").Sent.Select(x => x.Path));
    }

    private static ContextEntry Link(string path, string target) => new(path, ContextEntryKind.Link, ByteSize.Zero, default, target);

    private static ContextShare Share(string path, int files) => new(path, new ByteSize(10 * files), files);

    private static ContextUse Use(ProvenanceFile provenance) => ContextUseReader.Read(provenance.ToJson())!;

    private static ContextContent Of(ContextUse use, params string[] files) => Of([use], files);

    private static ContextContent Of(ContextUse[] uses, params string[] files) =>
        ContextContent.Of(Listing(files), uses, "/context/Dockerfile");

    private static ContextListing Listing(params string[] files) =>
        new()
        {
            Directory = "/context",
            Entries =
            [
                .. files
                    .SelectMany(x => x.Split('/').SkipLast(1).Select((_, i) => string.Join('/', x.Split('/')[..(i + 1)])))
                    .Distinct()
                    .Select(x => new ContextEntry(x, ContextEntryKind.Folder, ByteSize.Zero, default)),
                .. files.Select(x => new ContextEntry(x, ContextEntryKind.File, new ByteSize(10), default)),
            ],
        };
}
