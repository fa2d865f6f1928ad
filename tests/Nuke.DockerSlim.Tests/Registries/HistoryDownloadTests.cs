using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Registries;

/// <summary>Histories in registries that fail.</summary>
public sealed class HistoryDownloadTests
{
    [Theory]
    [InlineData(401, "asks for credentials")]
    [InlineData(403, "denies")]
    [InlineData(429, "too many requests")]
    [InlineData(500, "500")]
    public async Task A_registry_that_refuses_or_fails_is_an_error_with_its_name(int status, string words)
    {
        await using var registry = new ScriptedRegistry(_ => new Reply(status));
        using var transport = new RegistryTransport(new NoLogins(), new RegistryTrust(null, []), new HurriedTime());
        var e = await Assert.ThrowsAsync<EngineException>(() =>
            new HistoryDownload(new RegistryReader(transport)).FindAsync(
                ImageReference.Parse($"{registry.Host}/acme/shop:1"),
                null,
                default
            )
        );
        Assert.Contains(registry.Host, e.Message);
        Assert.Contains(words, e.Message);
    }

    [Fact]
    public async Task A_tag_that_is_not_there_is_said()
    {
        await using var registry = new ScriptedRegistry(_ => new Reply(404));
        using var transport = new RegistryTransport(new NoLogins(), new RegistryTrust(null, []), new HurriedTime());
        var found = await new HistoryDownload(new RegistryReader(transport)).FindAsync(
            ImageReference.Parse($"{registry.Host}/acme/shop:1"),
            null,
            default
        );
        Assert.Equal($"the registry {registry.Host} has no such image", found.Missing);
    }
}
