using Nuke.DockerSlim.Commenting;

namespace Nuke.DockerSlim.Tests.Commenting;

public sealed class CommentMarkerTests
{
    [Theory]
    [InlineData("orders-api", "<!-- nuke-dockerslim:orders-api -->")]
    [InlineData("acme/shop_v1.2", "<!-- nuke-dockerslim:acme/shop_v1.2 -->")]
    [InlineData(" spaced name ", "<!-- nuke-dockerslim:spaced%20name -->")]
    [InlineData("", "<!-- nuke-dockerslim:images -->")]
    [InlineData("a--b", "<!-- nuke-dockerslim:a-%2Db -->")]
    [InlineData("a---b", "<!-- nuke-dockerslim:a-%2D-b -->")]
    [InlineData("-->x", "<!-- nuke-dockerslim:-%2D%3Ex -->")]
    [InlineData("a\n@b", "<!-- nuke-dockerslim:a%0A%40b -->")]
    [InlineData("für", "<!-- nuke-dockerslim:f%C3%BCr -->")]
    [InlineData("50%2D", "<!-- nuke-dockerslim:50%252D -->")]
    public void A_name_is_written_so_that_nothing_of_it_leaves_the_comment(string name, string line) =>
        Assert.Equal(line, new CommentMarker(name).Line);

    [Theory]
    [InlineData("orders-api")]
    [InlineData("a--b-->\r\n<script>")]
    [InlineData("für + 50%2D \u202E")]
    [InlineData("")]
    public void What_is_written_is_read_back(string name)
    {
        var marker = new CommentMarker(name);
        Assert.True(CommentMarker.TryRead($"{marker.Line}\nThe text", out var read));
        Assert.Equal(marker, read);
        Assert.True(marker.Opens(marker.Line));
        Assert.True(marker.Opens(marker.Line + "\r\nAs a browser stores it"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A comment")]
    [InlineData("\n<!-- nuke-dockerslim:shop -->")]
    [InlineData(" <!-- nuke-dockerslim:shop -->")]
    [InlineData("> <!-- nuke-dockerslim:shop -->")]
    [InlineData("<!-- nuke-dockerslim:shop --> and more")]
    [InlineData("<!-- nuke-dockerslim:shop2 -->")]
    [InlineData("<!-- nuke-dockerslim:Shop -->")]
    [InlineData("<!-- nuke-dockerslim: -->")]
    [InlineData("<!-- nuke-dockerslim:")]
    [InlineData("<!-- nuke-dockerslim: shop -->")]
    [InlineData("<!-- nuke-dockerslim:sh%6Fp -->")]
    [InlineData("<!-- nuke-dockerslim:sh%6 -->")]
    [InlineData("<!-- nuke-dockerslim:shöp -->")]
    [InlineData("<!-- other:shop -->")]
    public void Another_comment_is_not_ours(string? body) => Assert.False(new CommentMarker("shop").Opens(body));

    [Fact]
    public void The_images_of_a_set_name_it_in_any_order()
    {
        Assert.Equal("<!-- nuke-dockerslim:api+web -->", CommentMarker.Of(["web", "api", "web"]).Line);
        Assert.Equal("<!-- nuke-dockerslim:api -->", CommentMarker.Of(["api"]).Line);
    }

    [Fact]
    public void A_long_name_is_cut_and_still_its_own()
    {
        var one = new CommentMarker(new string('a', 5_000) + "1");
        var other = new CommentMarker(new string('a', 5_000) + "2");
        Assert.Equal(200, one.Name.Length);
        Assert.NotEqual(one, other);
        Assert.True(one.Opens(one.Line));
        // No half of a pair is written.
        var pairs = new CommentMarker("x" + string.Concat(Enumerable.Repeat("\U0001F600", 300)));
        Assert.True(pairs.Opens(pairs.Line));
    }
}
