using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class NearNameTests
{
    private static readonly string[] Known = ["shop", "orders-api", "orders-web", "download-size"];

    [Theory]
    [InlineData("shap", "shop")]
    [InlineData("SHOP", "shop")]
    [InlineData("order-api", "orders-api")]
    [InlineData("orders-wed", "orders-web")]
    [InlineData("downlod-sise", "download-size")]
    [InlineData("hsop", "shop")]
    [InlineData("hspo", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    [InlineData("production", null)]
    public void Is_the_nearest_with_at_most_a_third_wrong(string text, string? near) => Assert.Equal(near, NearName.Find(text, Known));

    [Fact]
    public void Is_nobody_where_nobody_is() => Assert.Null(NearName.Find("shop", []));
}
