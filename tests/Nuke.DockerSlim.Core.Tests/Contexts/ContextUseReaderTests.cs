using System.Text.Json.Nodes;
using Nuke.DockerSlim.Contexts;

namespace Nuke.DockerSlim.Tests.Contexts;

public sealed class ContextUseReaderTests
{
    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void A_recorded_build_says_what_it_asks_for_and_where(string store)
    {
        var use = Recorded($"{store}/cold-production");
        Assert.True(use.IsSent);
        Assert.Equal([".npmrc", "package-lock.json", "package.json", "src", "tsconfig.build.json", "tsconfig.json"], use.FollowPaths!);
        Assert.Equal(("*", "**/*.key"), (use.IgnorePatterns[0], use.IgnorePatterns[^1]));
        Assert.Equal(
            [(6, "package.json"), (6, "package-lock.json"), (6, ".npmrc"), (19, "tsconfig.json"), (19, "tsconfig.build.json"), (20, "src")],
            use.Reads.Select(x => (x.FirstLine ?? 0, x.Source))
        );
        Assert.All(use.Reads, x => Assert.StartsWith("sha256:", x.Vertex));
        Assert.Null(Recorded($"{store}/cold-naive").FollowPaths);
        Assert.Equal([(5, "")], Recorded($"{store}/cold-naive").Reads.Select(x => (x.FirstLine ?? 0, x.Source)));
    }

    [Fact]
    public void A_mount_of_the_context_reads_it_and_one_of_a_stage_does_not()
    {
        var use = Read(new ProvenanceFile().Context().Mount(3, "/src").Mount(4, null).Mount(5, "/x", from: "step9"));
        Assert.Equal([(3, "src", true), (4, "", true)], use.Reads.Select(x => (x.FirstLine ?? 0, x.Source, x.IsMount)));
    }

    [Fact]
    public void A_copy_from_a_stage_or_a_named_context_reads_nothing()
    {
        var use = Read(
            new ProvenanceFile()
                .Context()
                .Context(identifier: "local://other")
                .Copy(3, "/a", from: "step9")
                .Copy(4, "/b", from: "local://other")
        );
        Assert.Empty(use.Reads);
    }

    [Fact]
    public void Without_the_context_nothing_is_sent()
    {
        var use = Read(new ProvenanceFile().Context(identifier: "local://other").Copy(2, "/a", from: "local://other"));
        Assert.False(use.IsSent);
        Assert.Empty(use.Reads);
    }

    [Fact]
    public void Patterns_of_a_copy_are_kept()
    {
        var read = Assert.Single(Read(new ProvenanceFile().Context().Copy(2, "/./src/../docs/", "*.md **/x", "a/*.txt")).Reads);
        Assert.Equal("docs", read.Source);
        Assert.Equal(["*.md", "**/x"], read.ExcludePatterns);
        Assert.Equal(["a/*.txt"], read.IncludePatterns);
    }

    [Fact]
    public void A_step_of_two_stages_stands_in_both_and_a_heredoc_in_all_its_lines()
    {
        var use = Read(new ProvenanceFile().Context().Copy(9, "/a").At(3).Copy(0, "/b").At(4, 5, 6));
        Assert.Equal([(3, 3, "a"), (4, 6, "b"), (9, 9, "a")], use.Reads.Select(x => (x.FirstLine ?? 0, x.LastLine ?? 0, x.Source)));
    }

    [Fact]
    public void What_works_on_the_context_in_another_way_may_read_all_of_it()
    {
        var use = Read(
            new ProvenanceFile()
                .Context()
                .Step(2, "file", new JsonObject { ["actions"] = new JsonArray(new JsonObject { ["input"] = 0 }) }, ["local://context"])
        );
        Assert.Equal("", Assert.Single(use.Reads).Source);
    }

    [Fact]
    public void Both_layouts_of_provenance_say_the_same()
    {
        var provenance = new ProvenanceFile().Context("a b").Copy(2, "/a /b");
        var (first, second) = (ContextUseReader.Read(provenance.ToJson())!, ContextUseReader.Read(provenance.ToSlsa1())!);
        Assert.Equal(first.FollowPaths, second.FollowPaths!);
        Assert.Equal(
            first.Reads.Select(x => (x.Source, x.FirstLine, x.Vertex)),
            second.Reads.Select(x => (x.Source, x.FirstLine, x.Vertex))
        );
        Assert.Equal([("a", 2), ("b", 2)], first.Reads.Select(x => (x.Source, x.FirstLine ?? 0)));
    }

    [Theory]
    [InlineData("slsa02")]
    [InlineData("slsa1")]
    public void Both_versions_of_a_real_build_say_what_is_read_where(string version)
    {
        var use = ContextUseReader.Read(File.ReadAllText(Recordings.Provenance(version)))!;
        Assert.Equal(["file.txt"], use.FollowPaths!);
        Assert.Equal([3, 4, 5], use.Reads.Select(x => x.FirstLine ?? 0));
        Assert.All(use.Reads, x => Assert.StartsWith("sha256:", x.Vertex));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"buildx.build.provenance": {}}""")]
    [InlineData("""{"buildx.build.provenance": {"buildConfig": {}, "metadata": 1}}""")]
    public void Without_operations_nothing_is_known(string json) => Assert.Null(ContextUseReader.Read(json));

    [Fact]
    public void An_older_buildx_says_nothing() =>
        Assert.Null(ContextUseReader.Read(File.ReadAllText(Recordings.Path("client/old-buildx-build", "metadata.json"))));

    [Theory]
    [InlineData(
        """{"buildx.build.provenance": {"buildConfig": {"llbDefinition": [1, null, {}, {"op": 3}, {"op": {"Op": {"source": {"identifier": 1}}}}]}}}"""
    )]
    [InlineData(
        """{"buildx.build.provenance": {"buildConfig": {"llbDefinition": [{"id": 7, "op": {"Op": {"source": {"identifier": "local://context", "attrs": 1}}}}, {"inputs": [null, 3, ":0"], "op": {"Op": {"file": {"actions": [{"Action": {"copy": 4}}, 5]}}}}]}}}"""
    )]
    public void Odd_provenance_breaks_nothing(string json) => Assert.NotNull(ContextUseReader.Read(json));

    private static ContextUse Read(ProvenanceFile provenance) => ContextUseReader.Read(provenance.ToJson())!;

    private static ContextUse Recorded(string name) => ContextUseReader.Read(File.ReadAllText(Recordings.Path(name, "metadata.json")))!;
}
