using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class CacheReferenceTests
{
    [Theory]
    [InlineData("type=registry,ref=ghcr.io/acme/shop:cache,mode=max", "type=registry,ref=ghcr.io/acme/shop:cache,mode=max")]
    [InlineData("ghcr.io/acme/shop:cache", "type=registry,ref=ghcr.io/acme/shop:cache")]
    [InlineData("ref=a,TYPE=Registry", "type=registry,ref=a")]
    [InlineData("type=local,\"dest=a,b\"", "type=local,\"dest=a,b\"")]
    [InlineData("type=registry,ref=a?x=1", "type=registry,ref=a?x=1")]
    public void Is_read_as_buildx_reads_it_and_written_back(string text, string expected) =>
        Assert.Equal(expected, CacheReference.Parse(text).ToString());

    [Theory]
    [InlineData("mode=max", "The cache with mode has no type;")]
    [InlineData("type=s3,secret_access_key", "The cache 'secret_access_key...' has a part without a name and a value;")]
    [InlineData("secret_access_key=abc,region=x", "The cache with secret_access_key has no type;")]
    [InlineData("type=local,\"dest=a", "A cache has a quote that is not closed;")]
    [InlineData("", "The cache '...' has a part without a name and a value;")]
    public void What_is_none_is_told_without_the_values_in_it(string text, string expected)
    {
        var message = Assert.Throws<InputException>(() => CacheReference.Parse(text)).Message;
        Assert.StartsWith(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_is_replaced_where_it_stands_or_added_behind() =>
        Assert.Equal(
            "type=gha,scope=b,mode=max",
            CacheReference.Parse("type=gha,scope=a").With("scope", "b").With("mode", "max").ToString()
        );
}
