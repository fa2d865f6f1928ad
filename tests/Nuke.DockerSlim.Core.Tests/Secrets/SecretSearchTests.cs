using System.Text;
using Nuke.DockerSlim.Secrets;

namespace Nuke.DockerSlim.Tests.Secrets;

public sealed class SecretSearchTests
{
    private const string Token = "npm_q7Rk2ZbW0xYt";

    /// <summary>Values of every length, with and without characters that are escaped, in every form, anywhere, in pieces of any length.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_planted_is_found_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            var value = Value(random, random.Next(8) == 0 ? random.Next(100, 3000) : random.Next(8, 80));
            var search = Index(value, Value(random, random.Next(8, 60)));
            var encoding = (SecretEncoding)random.Next(7);
            var noise = new byte[random.Next(3, 5_000)];
            random.NextBytes(noise);
            var at = random.Next(noise.Length);
            byte[] text = [.. noise[..at], .. Planted.Write(value, encoding, random), .. noise[at..]];

            var found = InPieces(search, text, random);

            Assert.True(found.Count > 0, $"round {round}: {value.Length} bytes as {encoding} at {at}");
            Assert.All(found, x => Assert.Equal(0, x.Secret));
            Assert.Empty(InPieces(search, noise, random));
        }
    }

    [Theory]
    [InlineData(SecretEncoding.Raw, "npm_q7Rk2ZbW0xYt")]
    [InlineData(SecretEncoding.Base64, "bnBtX3E3UmsyWmJXMHhZdA==")]
    // With one byte and with two before it.
    [InlineData(SecretEncoding.Base64, "IG5wbV9xN1JrMlpiVzB4WXQ=")]
    [InlineData(SecretEncoding.Base64, "ICBucG1fcTdSazJaYlcweFl0")]
    [InlineData(SecretEncoding.Base64, "ICBucG1fcTdS\nazJaYlcweFl0")]
    [InlineData(SecretEncoding.Base64, "ICBucG1fcTdSazJaYlcw\r\n  eFl0")]
    [InlineData(SecretEncoding.Hex, "6e706d5f7137526b325a62573078597400")]
    [InlineData(SecretEncoding.Hex, "6E706D5F7137526B325A625730785974")]
    public void A_token_is_found_in_each_form(object encoding, string text) => Assert.Equal([(SecretEncoding)encoding], Found(Token, text));

    [Theory]
    [InlineData("p@ss w0rd/+é", "p%40ss%20w0rd%2F%2B%C3%A9")]
    [InlineData("p@ss w0rd/+é", "p%40ss+w0rd%2f%2b%c3%a9")]
    [InlineData("p@ss w0rd/+é", "p@ss%20w0rd/+%C3%A9")]
    public void It_is_found_in_URLs(string value, string text) => Assert.Equal([SecretEncoding.UrlEscaped], Found(value, text));

    [Theory]
    [InlineData("""say "hi" <é>""", """say \"hi\" <é>""")]
    [InlineData("""say "hi" <é>""", """say \"hi\" \u003cé\u003e""")]
    [InlineData("""say "hi" <é>""", """say \"hi\" <\u00e9>""")]
    [InlineData("""say "hi" <é>""", """say \u0022hi\u0022 \u003C\u00E9\u003E""")]
    [InlineData("two\nlines of it", "two\\nlines of it")]
    [InlineData("a/path/of/it", "a\\/path\\/of\\/it")]
    public void It_is_found_in_JSON(string value, string text) => Assert.Equal([SecretEncoding.JsonEscaped], Found(value, text));

    [Fact]
    public void It_is_found_as_Windows_writes_texts()
    {
        var found = Matches(Index(Encoding.UTF8.GetBytes(Token)), Encoding.Unicode.GetBytes("password " + Token));
        Assert.Equal([SecretEncoding.Utf16], found.Select(x => x.Encoding));
    }

    [Theory]
    [InlineData("npm_q7Rk2ZbW0xY")]
    [InlineData("npm_q7Rk\n2ZbW0xYt")]
    [InlineData("NPM_Q7RK2ZBW0XYT")]
    [InlineData("")]
    [InlineData("npm")]
    public void What_is_not_the_value_is_not_found(string text) => Assert.Empty(Found(Token, text));

    [Fact]
    public void The_line_end_of_a_file_is_not_part_of_the_value() =>
        Assert.Equal(
            [SecretEncoding.Raw],
            Matches(Index("\uFEFFnpm_q7Rk2ZbW0xYt\r\n"u8.ToArray()), "x=npm_q7Rk2ZbW0xYt;"u8).Select(x => x.Encoding)
        );

    [Theory]
    [InlineData("seven77", false)]
    [InlineData("eight888", true)]
    [InlineData("  seven77\n", false)]
    [InlineData("", false)]
    public void Fewer_than_eight_bytes_are_not_searched_for(string value, bool isSearchable)
    {
        var secret = new SecretValue("id", Encoding.UTF8.GetBytes(value));
        Assert.Equal(isSearchable, secret.IsSearchable);
        Assert.Equal(isSearchable, secret.Needles(0).Any());
    }

    [Fact]
    public void A_secret_shows_its_id_alone() => Assert.Equal("npm", new SecretValue("npm", Encoding.UTF8.GetBytes(Token)).ToString());

    private static byte[] Value(Random random, int length)
    {
        const string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=_-.\"\\<&%@ !é";
        var text = new StringBuilder("k9");
        while (text.Length < length - 2)
            text.Append(letters[random.Next(letters.Length)]);
        return Encoding.UTF8.GetBytes(text.Append("z7").ToString());
    }

    private static NeedleIndex Index(params byte[][] values) =>
        new(values.Index().SelectMany(x => new SecretValue("id", x.Item).Needles(x.Index)));

    private static IReadOnlyList<SecretEncoding> Found(string value, string text) =>
        [.. Matches(Index(Encoding.UTF8.GetBytes(value)), Encoding.UTF8.GetBytes(text)).Select(x => x.Encoding)];

    private static IReadOnlyList<Needle> Matches(NeedleIndex index, ReadOnlySpan<byte> text)
    {
        var found = new List<NeedleMatch>();
        index.Find(text, found);
        return [.. found.Select(x => index.Needles[x.Needle]).Distinct()];
    }

    private static IReadOnlyList<Needle> InPieces(NeedleIndex index, byte[] text, Random random)
    {
        var stream = new NeedleStream(index);
        var found = new List<NeedleMatch>();
        for (var at = 0; at < text.Length; )
        {
            var length = Math.Min(text.Length - at, random.Next(4) == 0 ? random.Next(1, 20) : random.Next(1, 4_000));
            stream.Append(text.AsSpan(at, length), at + length == text.Length, found);
            at += length;
        }
        return [.. found.Select(x => index.Needles[x.Needle]).Distinct()];
    }
}
