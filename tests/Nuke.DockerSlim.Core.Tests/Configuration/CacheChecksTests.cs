using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class CacheChecksTests
{
    private static readonly ImageDefinition Shop = new("acme/shop");

    [Theory]
    [InlineData("type=registry,ref=ghcr.io/acme/cache:{image}")]
    [InlineData("type=local,dest=.cache")]
    [InlineData("type=gha")]
    [InlineData("type=gha,scope=shop,mode=min")]
    [InlineData("type=s3,region=eu-central-1,bucket=acme")]
    [InlineData("type=azblob,account_url=https://acme.blob.core.windows.net")]
    [InlineData("type=inline")]
    [InlineData("ghcr.io/acme/cache")]
    public void Every_backend_can_be_written(string cache) => Assert.Empty(DefinitionChecks.Problems([Shop with { CacheTo = [cache] }]));

    [Theory]
    [InlineData("type=registry", "--cache-to: type=registry needs ref; add ref=ghcr.io/acme/shop:cache.")]
    [InlineData("type=local,src=a", "--cache-to: type=local needs dest; add dest=.cache/shop.")]
    [InlineData("type=s3,region=x", "--cache-to: type=s3 needs bucket; add bucket=acme-cache.")]
    [InlineData("type=s3,bucket=x", "--cache-to: type=s3 needs region; add region=eu-central-1.")]
    [InlineData("type=azblob", "--cache-to: type=azblob needs account_url; add account_url=https://acme.blob.core.windows.net.")]
    [InlineData("type=regstry,ref=a", "--cache-to: there is no cache of the type 'regstry'; did you mean registry?")]
    [InlineData("type=cloud", "--cache-to: there is no cache of the type 'cloud'; use one of registry, local, gha, s3, azblob, inline.")]
    [InlineData(
        "type=gha,mode=all",
        "--cache-to: 'all' is no mode of a cache; use max (the results of all stages) or min (those of the production stage alone)."
    )]
    public void What_a_backend_cannot_do_without_is_asked_for(string cache, string problem) =>
        Assert.Equal([problem], DefinitionChecks.Problems([Shop with { CacheTo = [cache] }]));

    [Theory]
    [InlineData("type=s3,region=x,bucket=y,secret_access_key=abc", "secret_access_key", "AWS_SECRET_ACCESS_KEY")]
    [InlineData("type=s3,region=x,bucket=y,session_token=abc", "session_token", "AWS_SESSION_TOKEN")]
    [InlineData("type=azblob,account_url=x,secret_access_key=abc", "secret_access_key", "AZURE_CLIENT_ID")]
    [InlineData("type=gha,token=abc", "token", "ACTIONS_RUNTIME_TOKEN")]
    public void A_secret_stands_in_no_argument_and_in_no_message(string cache, string field, string instead)
    {
        foreach (var image in new[] { Shop with { CacheTo = [cache] }, Shop with { CacheFrom = [cache] } })
        {
            var problem = Assert.Single(DefinitionChecks.Problems([image]));
            Assert.Contains($": {field} is a secret", problem, StringComparison.Ordinal);
            Assert.Contains(instead, problem, StringComparison.Ordinal);
            Assert.DoesNotContain("abc", problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_fresh_machine_is_timed_with_a_cache_only() =>
        Assert.Equal(
            [
                "The scenario ci times what a fresh machine takes from a cache; name one with --cache-from, such as type=registry,ref=ghcr.io/acme/shop:cache.",
            ],
            DefinitionChecks.Problems([Shop with { Scenarios = [BuildScenario.Ci] }])
        );

    [Fact]
    public void A_cache_in_an_image_is_read_from_the_image() =>
        Assert.Equal(
            ["--cache-from: type=inline lies in an image; name that: type=registry,ref=REPOSITORY:TAG."],
            DefinitionChecks.Problems([Shop with { CacheFrom = ["type=inline"] }])
        );

    [Theory]
    [InlineData("type=registry,ref=acme/cache", "ref=ghcr.io/acme/cache:{image}")]
    [InlineData("type=gha", "scope={image}")]
    [InlineData("type=local,dest=.cache", "dest=.cache/{image}")]
    [InlineData("type=s3,region=x,bucket=y", "name={image}")]
    public void Two_images_do_not_write_to_one_place(string cache, string example)
    {
        ImageDefinition[] images = [Shop with { CacheTo = [cache] }, new("acme/mail") { CacheTo = [cache] }];
        Assert.Equal(
            $"shop and mail write their cache to one place, where only the last would stay; put {{image}} into --cache-to and --cache-from, such as {example}, which stands for each image's name.",
            Assert.Single(DefinitionChecks.Problems(images))
        );
    }

    [Theory]
    [InlineData("type=registry,ref=acme/cache:{image}")]
    [InlineData("type=gha,scope={image}")]
    [InlineData("type=inline")]
    public void Two_images_with_their_names_in_the_cache_are_fine(string cache) =>
        Assert.Empty(DefinitionChecks.Problems([Shop with { CacheTo = [cache] }, new("acme/mail") { CacheTo = [cache] }]));
}
