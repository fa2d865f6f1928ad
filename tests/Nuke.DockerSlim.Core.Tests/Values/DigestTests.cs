using System.Text.Json;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Values;

public sealed class DigestTests
{
    private static readonly string Valid = "sha256:" + string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    [Fact]
    public void Keeps_its_text_and_shows_twelve_digits()
    {
        var digest = new Digest(Valid);
        Assert.Equal(Valid, digest.ToString());
        Assert.Equal("sha256:0123456789ab", digest.Short);
        Assert.Equal(digest, Digest.TryParse(Valid));
    }

    [Fact]
    public void A_sha512_digest_is_one_too() => Assert.Equal("sha512:aaaaaaaaaaaa", new Digest("sha512:" + new string('a', 128)).Short);

    public static TheoryData<string> Wrong =>
        [
            "",
            "sha256:",
            Valid[..^1],
            Valid + "0",
            Valid[..^1] + "G",
            Valid[..^1] + "F",
            Valid + "\n",
            Valid[7..],
            "md5:0123456789abcdef0123456789abcdef",
            "SHA256:" + Valid[7..],
        ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Refuses_what_is_none(string text)
    {
        var e = Assert.Throws<InputException>(() => new Digest(text));
        Assert.Equal($"'{text}' is not a digest; a digest is sha256: and 64 hexadecimal digits.", e.Message);
        Assert.Null(Digest.TryParse(text));
    }

    [Fact]
    public void No_text_is_no_digest() => Assert.Null(Digest.TryParse(null));

    [Fact]
    public void The_default_value_has_empty_texts()
    {
        Assert.Equal(("", "", ""), (default(Digest).Value, default(Digest).Short, default(Digest).ToString()));
    }

    [Fact]
    public void In_json_a_digest_is_a_text()
    {
        Assert.Equal($"\"{Valid}\"", JsonSerializer.Serialize(new Digest(Valid)));
        Assert.Equal(new Digest(Valid), JsonSerializer.Deserialize<Digest>($"\"{Valid}\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Digest>("\"sha256:1\""));
    }
}
