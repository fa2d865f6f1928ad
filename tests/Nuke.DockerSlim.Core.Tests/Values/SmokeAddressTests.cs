using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Values;

public sealed class SmokeAddressTests
{
    [Theory]
    [InlineData("http://:8080/health", false, 8080, "/health", "http://:8080/health")]
    [InlineData("https://localhost:8443", true, 8443, "/", "https://:8443/")]
    [InlineData("HTTP://127.0.0.1:80/a?b=c:d", false, 80, "/a?b=c:d", "http://:80/a?b=c:d")]
    [InlineData("http://[::1]:81/", false, 81, "/", "http://:81/")]
    [InlineData(" :8080/x ", false, 8080, "/x", "http://:8080/x")]
    [InlineData("/health", false, null, "/health", "http://:/health")]
    public void An_address_is_one_in_the_container(string text, bool isEncrypted, int? port, string path, string shown)
    {
        Assert.True(SmokeAddress.TryParse(text, out var address, out var problem), problem);
        Assert.Equal(new SmokeAddress(isEncrypted, port, path), address);
        Assert.Equal(shown, address.ToString());
    }

    [Theory]
    [InlineData("", "is no address in the container")]
    [InlineData("shop:8080", "is no address in the container")]
    [InlineData("ftp://:21/", "is no address in the container")]
    [InlineData("http://example.com/", "names the host 'example.com'")]
    [InlineData(":0/", "names the port '0'")]
    [InlineData(":65536/", "names the port '65536'")]
    [InlineData(":http/", "names the port 'http'")]
    [InlineData("/a b", "has blanks in its path")]
    public void Anything_else_is_said_to_be_none(string text, string part)
    {
        Assert.False(SmokeAddress.TryParse(text, out _, out var problem));
        Assert.StartsWith($"'{text}' {part}", problem);
        Assert.EndsWith(".", problem);
    }
}
