using System.Text;
using Nuke.DockerSlim.Secrets;

namespace Nuke.DockerSlim.Tests.Secrets;

public sealed class MaskedPartsTests
{
    [Theory]
    [InlineData("a-token-of-one-line\n", "a-token-of-one-line")]
    [InlineData("short", "")]
    [InlineData("registry=https://registry.example/\n//registry.example/:_authToken=npm_0123456789abcdef\n", "npm_0123456789abcdef")]
    public void A_runner_masks_what_gives_the_secret_away(string value, string parts) =>
        Assert.Equal(parts, string.Join('|', MaskedParts.Of(new SecretValue("id", Encoding.UTF8.GetBytes(value)))));

    [Fact]
    public void Of_a_key_each_line_is_masked_and_its_headers_are_not()
    {
        var lines = new[] { new string('a', 64), new string('b', 64), new string('c', 20) };
        var key = $"-----BEGIN PRIVATE KEY-----\n{string.Join('\n', lines)}\n-----END PRIVATE KEY-----\n";
        Assert.Equal(lines, MaskedParts.Of(new SecretValue("id", Encoding.UTF8.GetBytes(key))));
    }

    [Fact]
    public void What_is_no_text_has_no_lines() => Assert.Empty(MaskedParts.Of(new SecretValue("id", [0xFF, 0xFE, 1, 2, 3, 4, 5, 6, 7, 8])));
}
