using Nuke.DockerSlim.Sarif;

namespace Nuke.DockerSlim.Tests.Sarif;

/// <summary>The expected values are those that code scanning's own upload comes to.</summary>
public sealed class LineHashesTests
{
    private const string Greetings = " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n";

    [Theory]
    [InlineData("", "c129715d7a2bc9a3:1")]
    [InlineData(" a\nb\n  \t\tc\n d", "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1")]
    public void A_line_goes_by_what_follows_it(string text, string hashes) => Assert.Equal(hashes.Split(' '), LineHashes.Of(text));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Line_ends_are_all_the_same(string end) =>
        Assert.Equal(
            [
                "e9496ae3ebfced30:1",
                "fb7c023a8b9ccb3f:1",
                "ce8ba1a563dcdaca:1",
                "e20e36e16fcb0cc8:1",
                "b3edc88f2938467e:1",
                "c8e28b0b4002a3a0:1",
                "c129715d7a2bc9a3:1",
            ],
            LineHashes.Of(Greetings.Replace("\n", end, StringComparison.Ordinal))
        );

    [Fact]
    public void Equal_ones_are_counted() =>
        Assert.Equal(
            [
                "a7f2ff13bc495cf2:1",
                "a7f2ff13bc495cf2:2",
                "a7f2ff13bc495cf2:3",
                "a7f2ff13bc495cf2:4",
                "a7f2ff13bc495cf2:5",
                "a7f2ff13bc495cf2:6",
                "a7f2ff1481e87703:1",
            ],
            LineHashes.Of(string.Concat(Enumerable.Repeat("Lorem ipsum dolor sit amet.\n", 10))).Take(7)
        );
}
