namespace Nuke.DockerSlim.Tests.Registries;

/// <summary>A request that came.</summary>
/// <param name="Line">Method, path and query.</param>
/// <param name="Authorization">What it was allowed with; empty for nothing.</param>
/// <param name="Body">Its content.</param>
internal sealed record Asked(string Line, string Authorization, byte[] Body)
{
    /// <summary>The host that was asked.</summary>
    public required string Host { get; init; }
}
