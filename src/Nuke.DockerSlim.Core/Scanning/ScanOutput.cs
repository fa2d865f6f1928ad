namespace Nuke.DockerSlim.Scanning;

/// <summary>How a scanner ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it said besides, the end of it.</param>
public sealed record ScanOutput(int ExitCode, ReadOnlyMemory<byte> Output, string Errors);
