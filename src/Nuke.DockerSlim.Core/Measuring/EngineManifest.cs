using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>One platform's image under a name of the engine, all of whose content is there.</summary>
/// <param name="Digest">Its manifest's digest.</param>
/// <param name="Platform">Its platform, as <c>os/architecture</c> or <c>os/architecture/variant</c>.</param>
public sealed record EngineManifest(Digest Digest, string Platform);
