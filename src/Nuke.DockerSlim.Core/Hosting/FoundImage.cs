using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>An image that was found and is not weighed yet.</summary>
/// <param name="Digest">Its manifest's digest.</param>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Config">Its config.</param>
/// <param name="ConfigLength">The config's bytes.</param>
internal sealed record FoundImage(Digest Digest, ImageDocument.Manifest Manifest, ImageConfig Config, int ConfigLength);
