namespace Nuke.DockerSlim.Testing;

/// <summary>A file of test results.</summary>
/// <param name="Name">Its path in the container.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ResultFile(string Name, ReadOnlyMemory<byte> Content);
