using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class TagTemplateTests
{
    private static readonly TagFacts Main = new()
    {
        Branch = "main",
        DefaultBranch = "main",
        Commit = "0123456789abcdef0123456789abcdef01234567",
        Tags = ["v1.4.2", "stable"],
        Now = new DateTimeOffset(2026, 11, 21, 23, 59, 0, TimeSpan.Zero),
    };

    [Theory]
    [InlineData("1.4.2", "1.4.2")]
    [InlineData("{branch}", "main")]
    [InlineData("sha-{sha}", "sha-0123456789ab")]
    [InlineData("{version}", "1.4.2")]
    [InlineData("v{major}.{minor}", "v1.4")]
    [InlineData("{major}.{minor}.{patch}-{date}", "1.4.2-20261121")]
    [InlineData("{latest}", "latest")]
    public void Words_are_filled_in(string tag, string expected)
    {
        Assert.Null(TagTemplate.Problem(tag));
        Assert.Equal([expected], Fill([tag], Main, out var left));
        Assert.Empty(left);
    }

    [Theory]
    [InlineData("feature/Add_ü-things", "feature-Add_-things")]
    [InlineData("--dots..", "dots")]
    [InlineData("release/1.4", "release-1.4")]
    public void A_branch_becomes_a_tag(string branch, string expected) =>
        Assert.Equal([expected], Fill(["{branch}"], Main with { Branch = branch }, out _));

    [Fact]
    public void A_branch_without_any_character_that_a_tag_takes_is_left_out()
    {
        Assert.Empty(Fill(["{branch}"], Main with { Branch = "日本" }, out var left));
        Assert.Equal(["{branch}: there is no branch here"], left);
    }

    [Theory]
    [InlineData("{branch}", "{branch}: there is no branch here")]
    [InlineData("{sha}", "{sha}: there is no commit here")]
    [InlineData("{version}", "{version}: no tag of this commit is a version such as v1.4.2")]
    [InlineData("{major}", "{major}: no tag of this commit is a version such as v1.4.2")]
    [InlineData("{latest}", "{latest}: it is not known which branch is the default one")]
    public void Without_anything_to_stand_for_a_tag_is_left_out(string tag, string reason)
    {
        Assert.Equal(["kept"], Fill([tag, "kept"], new TagFacts { Now = Main.Now }, out var left));
        Assert.Equal([reason], left);
    }

    [Fact]
    public void Latest_is_of_the_default_branch_alone()
    {
        Assert.Empty(Fill(["{latest}"], Main with { Branch = "dev" }, out var left));
        Assert.Equal(["{latest}: this is not the branch main"], left);
        Assert.Empty(Fill(["{latest}"], Main with { Branch = null }, out _));
    }

    [Fact]
    public void A_pre_release_is_a_version_and_moves_no_shorter_one()
    {
        var facts = Main with { Tags = ["v2.0.0-rc.1+build.7"] };
        Assert.Equal(["2.0.0-rc.1-build.7"], Fill(["{version}", "{major}.{minor}"], facts, out var left));
        Assert.Equal(["{major}.{minor}: v2.0.0-rc.1+build.7 is a pre-release"], left);
    }

    [Fact]
    public void Of_several_versions_the_newest_counts() =>
        Assert.Equal(["1.10.0"], Fill(["{version}"], Main with { Tags = ["v1.9.0", "1.10.0", "v1.10.0-rc.1", "1.4", "v01.2.3"] }, out _));

    [Fact]
    public void Each_comes_once() => Assert.Equal(["main"], Fill(["{branch}", "main"], Main, out _));

    [Theory]
    [InlineData(
        "{tag}",
        "The tag '{tag}' has the unknown word {tag}; there are {branch}, {sha}, {version}, {major}, {minor}, {patch}, {date}, {latest}."
    )]
    [InlineData("{sha", "'{sha' is not a tag")]
    [InlineData("-{sha}", "'-{sha}' is not a tag")]
    [InlineData("a b", "'a b' is not a tag")]
    public void What_is_no_tag_is_said(string tag, string start) =>
        Assert.StartsWith(start, TagTemplate.Problem(tag), StringComparison.Ordinal);

    [Fact]
    public void A_tag_that_became_too_long_is_left_out()
    {
        var tag = new string('a', 120) + "{sha}";
        Assert.Null(TagTemplate.Problem(tag));
        Assert.Empty(Fill([tag], Main, out var left));
        Assert.EndsWith("is not a tag", Assert.Single(left));
    }

    private static IReadOnlyList<string> Fill(string[] tags, TagFacts facts, out List<string> leftOut)
    {
        leftOut = [];
        return TagTemplate.Fill(tags, facts, leftOut);
    }
}
