namespace Nuke.DockerSlim.Secrets;

/// <summary>A secret that a build wrote.</summary>
/// <param name="Secret">Its number.</param>
/// <param name="Encoding">The form that it was in.</param>
/// <param name="Vertex">The digest of the vertex that wrote it; empty for what buildx says itself.</param>
internal sealed record LogLeak(int Secret, SecretEncoding Encoding, string Vertex);
