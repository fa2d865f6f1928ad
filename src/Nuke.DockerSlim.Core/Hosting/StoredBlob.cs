namespace Nuke.DockerSlim.Hosting;

/// <summary>A blob where it lies.</summary>
/// <param name="Length">Its bytes.</param>
/// <param name="OpenAsync">Opens its content; the caller disposes it.</param>
internal sealed record StoredBlob(long Length, Func<CancellationToken, Task<Stream>> OpenAsync)
{
    /// <summary>What it weighs as a layer, where that is known already; it may not be readable then.</summary>
    public LayerWeight? Weight { get; init; }

    /// <summary>A blob in memory.</summary>
    /// <param name="content">Its content.</param>
    public static StoredBlob Of(byte[] content) =>
        new(content.Length, _ => Task.FromResult<Stream>(new MemoryStream(content, writable: false)));
}
