using System.Text;
using System.Text.Json;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Tests.Contexts;

public sealed class IgnoreFileTests
{
    [Theory]
    [InlineData("a\nb", "a", "b")]
    [InlineData("a\r\nb\r\n", "a", "b")]
    [InlineData("\uFEFFa\n\uFEFFb", "a", "\uFEFFb")]
    [InlineData("# comment\n #x\na # b", "#x", "a # b")]
    [InlineData("\n   \n\t\n", new string[0])]
    [InlineData("  a b \t", "a b")]
    [InlineData("\u00A0a\u2003", "a")]
    [InlineData("/a\n//a//b/\n./a/./b", "a", "a/b", "a/b")]
    [InlineData("a/..\na/../b\n../a\n/../a\na/b/../../..", ".", "b", "../a", "a", "..")]
    [InlineData("!a/\n! /a\n!  ./a", "!a", "!a", "!a")]
    [InlineData("/\n.\n!", "/", ".", "!")]
    [InlineData("!!a\n\\!a\n\\#a", "!!a", "\\!a", "\\#a")]
    [InlineData("a/**/\n**/\na/*/", "a/**", "**", "a/*")]
    public void A_file_becomes_patterns(string content, params string[] patterns) =>
        Assert.Equal(patterns, IgnoreFile.Read(Encoding.UTF8.GetBytes(content), ".dockerignore"));

    [Fact]
    public void The_sample_reads_as_the_builder_read_it()
    {
        using var metadata = JsonDocument.Parse(File.ReadAllText(Recordings.Path("classic/cold-production", "metadata.json")));
        var recorded = metadata
            .RootElement.GetProperty("buildx.build.provenance")
            .GetProperty("buildConfig")
            .GetProperty("llbDefinition")
            .EnumerateArray()
            .Select(x => x.GetProperty("op").GetProperty("Op"))
            .Where(x => x.TryGetProperty("source", out var source) && source.GetProperty("identifier").GetString() == "local://context")
            .Select(x => x.GetProperty("source").GetProperty("attrs").GetProperty("local.excludepatterns").GetString())
            .Single();
        var sample = Path.Combine(Recordings.RepositoryRoot, "samples", "orders-api", ".dockerignore");
        Assert.Equal(JsonSerializer.Deserialize<string[]>(recorded!), IgnoreFile.Read(File.ReadAllBytes(sample), ".dockerignore"));
    }

    [Fact]
    public void A_line_longer_than_the_builder_reads_is_refused()
    {
        Assert.Single(
            IgnoreFile.Read(
                new byte[65_535]
                    .Select(_ => (byte)'a')
                    .ToArray(),
                "x"
            )
        );
        var error = Assert.Throws<InputException>(() =>
            IgnoreFile.Read([(byte)'\n', .. new byte[65_536].Select(_ => (byte)'a')], "x/.dockerignore")
        );
        Assert.StartsWith("x/.dockerignore, line 2: BuildKit reads no line of 65536 bytes or more", error.Message);
    }

    [Fact]
    public void Bytes_that_are_no_text_match_nothing_and_break_nothing() =>
        Assert.Equal(["a\uFFFD", "b"], IgnoreFile.Read([(byte)'a', 0xFF, (byte)'\n', (byte)'b'], "x"));
}
