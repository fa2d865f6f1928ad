using System.Text;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Registries;

/// <summary>Uploads that are cut off or refused, and tags that are taken away.</summary>
public sealed class RegistryWriterTests : IDisposable
{
    private static readonly byte[] Layer = Encoding.UTF8.GetBytes("a layer");
    private static readonly Digest Name = new("sha256:" + new string('a', 64));
    private readonly RegistryTransport _transport;
    private readonly RegistryWriter _writer;

    public RegistryWriterTests()
    {
        var time = new HurriedTime();
        _transport = new RegistryTransport(new NoLogins(), new RegistryTrust(null, []), time);
        _writer = new RegistryWriter(_transport);
    }

    public void Dispose() => _transport.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task A_layer_that_was_cut_off_begins_anew_at_a_new_place(int status)
    {
        var places = 0;
        await using var registry = new ScriptedRegistry(x =>
            x.Line.StartsWith("POST", StringComparison.Ordinal) ? new Reply(202, $"Location: /v2/acme/shop/blobs/uploads/{++places}")
            : x.Line.Contains("/uploads/3", StringComparison.Ordinal) ? new Reply(201)
            : status == 0 ? Reply.Nothing
            : new Reply(status)
        );

        await PutAsync(registry);

        Assert.Equal(3, places);
        Assert.Equal(Layer, registry.All.Last().Body);
    }

    [Fact]
    public async Task What_is_refused_is_not_sent_again()
    {
        var puts = 0;
        await using var registry = new ScriptedRegistry(x =>
            x.Line.StartsWith("POST", StringComparison.Ordinal) ? new Reply(202, "Location: /v2/acme/shop/blobs/uploads/1")
            : ++puts > 0 ? new Reply(403)
            : new Reply(201)
        );

        var e = await Assert.ThrowsAsync<EngineException>(() => PutAsync(registry));

        Assert.Contains("denies pushing a layer", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, puts);
    }

    [Theory]
    [InlineData(202, true)]
    [InlineData(404, true)]
    [InlineData(400, false)]
    [InlineData(405, false)]
    public async Task A_tag_is_gone_where_the_registry_says_so(int status, bool isGone)
    {
        await using var registry = new ScriptedRegistry(_ => new Reply(status));

        Assert.Equal(isGone, await _writer.RemoveTagAsync(ImageReference.Parse($"{registry.Host}/acme/shop:candidate"), default));

        Assert.Equal("DELETE /v2/acme/shop/manifests/candidate", registry.All.Single().Line);
    }

    private Task PutAsync(ScriptedRegistry registry) =>
        _writer.PutBlobAsync(
            ImageReference.Parse($"{registry.Host}/acme/shop"),
            Name,
            Layer.Length,
            () => new MemoryStream(Layer),
            default
        );
}
