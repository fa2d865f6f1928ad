using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Tests.Contexts;

public sealed class PathPatternsTests
{
    [Theory]
    // A pattern is a path from the context's folder, and covers what lies below.
    [InlineData("a", "a a/b a/b/c", "b b/a aa A")]
    [InlineData("a/b", "a/b a/b/c", "a b a/bc x/a/b")]
    [InlineData("a.b", "a.b", "aXb")]
    [InlineData("a(b)|{c}+$", "a(b)|{c}+$", "a a(b)")]
    // One star stays within a name, and takes a leading dot along.
    [InlineData("*", "a .a a/b", "")]
    [InlineData("*.md", "a.md .md a.md/b", "a.mdx b/a.md")]
    [InlineData("*/a", "b/a b/a/c .b/a", "a b/c/a")]
    [InlineData("a*b", "ab axb a.b", "a/b axbx")]
    [InlineData("?", "a . é 😀 a/b", "ab")]
    [InlineData("a?c", "abc", "a/c ac")]
    [InlineData("??", "ab", "😀 a")]
    // Two stars take any number of folders.
    [InlineData("**", "a a/b", "")]
    [InlineData("**/a", "a b/a b/c/a a/x", "ba b/ba")]
    [InlineData("**a", "a ba b/ba b/a", "ab")]
    [InlineData("**/*.md", "a.md b/a.md b/c/.md", "a.mdx")]
    [InlineData("a/**", "a/b a/b/c", "a ab")]
    [InlineData("a**", "a ab a/b", "ba")]
    [InlineData("a/**/b", "a/b a/x/b a/x/y/b a/b/c", "a/xb ab a/bx")]
    [InlineData("a**b", "ab a/b axb/b", "axb acb")]
    [InlineData("**/a/**", "a/b x/a/b", "a x/a")]
    [InlineData("**/**", "a a/b", "")]
    [InlineData("**/a*/b", "a/b x/ay/b", "b x/b")]
    // Classes, negated by ^ and not by !.
    [InlineData("[ab]", "a b", "c ab")]
    [InlineData("[a-c]x", "ax cx", "dx x")]
    [InlineData("[^a]", "b 😀 b/c", "a")]
    [InlineData("[!a]", "! a", "b")]
    [InlineData("[^a-z]", "A 😀", "q")]
    [InlineData("[😀-😂é]", "😀 😁 😂 é", "😃 e")]
    [InlineData("[z-😂]", "z é 😂 😁", "y 😃")]
    [InlineData("[^z-😂]", "y 😃", "z é 😂 😁")]
    [InlineData("[^\\w]", "- é", "a _ 1")]
    [InlineData("[[:^digit:]]", "a :", "1")]
    [InlineData("a[.]b", "a.b", "axb")]
    [InlineData("[\\]]", "]", "[ \\")]
    [InlineData("[a\\-c]", "a - c", "b")]
    [InlineData("[[:digit:]]", "1", "a :")]
    [InlineData("a]", "a]", "a")]
    // A backslash takes the next character as it is, but a letter becomes what Go's regular expressions make of it.
    [InlineData("\\*", "*", "a \\*")]
    [InlineData("a\\?", "a?", "ab")]
    [InlineData("\\!a", "!a", "a")]
    [InlineData("a\\d", "a1", "ad a\\d")]
    [InlineData("a\\tb", "a\tb", "atb")]
    [InlineData("src\\bin", "", "src/bin srcbin src\\bin")]
    // What stands for more than itself in brackets is replaced there, too.
    [InlineData("[?]x", "[]x ^]x /]x", "?x ?]x")]
    // Nothing to match.
    [InlineData(".", "", "a .a a/b")]
    [InlineData("/", "", "a /")]
    [InlineData("../a", "", "a")]
    public void A_pattern_covers_paths(string pattern, string covered, string others)
    {
        var patterns = new PathPatterns([pattern]);
        Assert.All(covered.Split(' ', StringSplitOptions.RemoveEmptyEntries), x => Assert.True(patterns.Match(x), x));
        Assert.All(others.Split(' ', StringSplitOptions.RemoveEmptyEntries), x => Assert.False(patterns.Match(x), x));
    }

    [Theory]
    [InlineData("* !a", "b b/a", "a a/b")]
    [InlineData("* !a/b", "a a/c", "a/b a/b/c")]
    [InlineData("!a *", "a", "")]
    [InlineData("* !a a/b", "a/b a/b/c", "a a/c")]
    [InlineData("*.md !README.md", "a.md", "README.md x/a.md")]
    [InlineData("*.md !README*.md README-secret.md", "README-secret.md", "README.md")]
    [InlineData("a !a/**/*.cs", "a a/b a/b/x.js", "a/x.cs a/b/x.cs")]
    [InlineData("** !**/keep", "a a/b", "keep a/keep a/keep/x")]
    // An exception that did not count for a folder does not count below it, though it names the folder.
    [InlineData("a/b !a", "a/b a/b/c", "a a/c")]
    public void The_last_that_counts_decides(string patterns, string covered, string others)
    {
        var all = new PathPatterns(patterns.Split(' '));
        Assert.All(covered.Split(' ', StringSplitOptions.RemoveEmptyEntries), x => Assert.True(all.Match(x), x));
        Assert.All(others.Split(' ', StringSplitOptions.RemoveEmptyEntries), x => Assert.False(all.Match(x), x));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("[]a]")]
    [InlineData("[^]")]
    [InlineData("[a-]")]
    [InlineData("[-a]")]
    [InlineData("[a")]
    [InlineData("a\\")]
    [InlineData("[z-a]")]
    [InlineData("a\\obj")]
    [InlineData("a\\é")]
    [InlineData("[[:no:]]")]
    [InlineData("[\\é]")]
    [InlineData("!")]
    [InlineData("![")]
    public void What_the_builder_refuses_is_refused(string pattern) =>
        Assert.Contains("BuildKit refuses it", Assert.Throws<InputException>(() => new PathPatterns(["a", pattern])).Message);

    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("* !a", "a", false)]
    [InlineData("* !a/b/c", "a", false)]
    [InlineData("* !a/b/c", "a/b", false)]
    [InlineData("* !a/b/c", "a/x", true)]
    [InlineData("* !ab", "a", true)]
    [InlineData("* !a/**", "a", false)]
    [InlineData("* !a/*", "b", true)]
    [InlineData("* !**/keep", "a", false)]
    [InlineData("* !a?", "b", false)]
    public void Folders_are_opened_only_where_an_exception_may_reach(string patterns, string folder, bool all) =>
        Assert.Equal(all, new PathPatterns(patterns.Split(' ')).CoverAllBelow(folder));

    [Theory]
    [InlineData("a/b", "a", true)]
    [InlineData("a/b", "b", false)]
    [InlineData("a/b", "a/b", true)]
    [InlineData("a/*.cs", "x", true)]
    [InlineData("a/*", "x", false)]
    public void Folders_are_opened_only_where_something_may_match(string pattern, string folder, bool may) =>
        Assert.Equal(may, new PathPatterns([pattern]).MayMatchBelow(folder));

    [Fact]
    public void A_pattern_made_to_be_slow_is_not()
    {
        var patterns = new PathPatterns([string.Concat(Enumerable.Repeat("**/a*/", 60)) + "c"]);
        Assert.False(patterns.Match(string.Join('/', Enumerable.Repeat("aaaaaaaa", 60)) + "/b"));
    }
}
