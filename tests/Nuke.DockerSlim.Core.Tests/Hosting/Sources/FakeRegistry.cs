using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>A registry by hand: it holds what a test puts in, and writes down what it was asked for.</summary>
internal sealed class FakeRegistry : IImageRegistry
{
    public Dictionary<string, byte[]> Manifests { get; } = [];

    public Func<string, byte[]?> Blob { get; set; } = _ => null;

    public List<string> Asked { get; } = [];

    public Task<byte[]?> ReadManifestAsync(ImageReference reference, CancellationToken cancellationToken)
    {
        var name = reference.Digest?.Value ?? reference.Tag ?? "latest";
        Asked.Add($"manifest {name}");
        return Task.FromResult(Manifests.GetValueOrDefault(name) ?? (reference.Digest is null ? null : Blob(name)));
    }

    public Func<Digest, byte[]?> Referrers { get; set; } = _ => null;

    public Task<byte[]?> ReadReferrersAsync(ImageReference image, string artifactType, CancellationToken cancellationToken)
    {
        Asked.Add($"referrers {image.Digest}");
        return Task.FromResult(Referrers(image.Digest!.Value));
    }

    public Task<Stream?> OpenBlobAsync(ImageReference repository, Digest digest, CancellationToken cancellationToken)
    {
        lock (Asked)
            Asked.Add($"blob {digest}");
        return Task.FromResult<Stream?>(Blob(digest.Value) is { } content ? new PipeStream(new MemoryStream(content)) : null);
    }
}
