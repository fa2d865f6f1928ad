namespace Nuke.DockerSlim.Inspecting;

/// <summary>A file that differs between two images.</summary>
/// <param name="Path">Its path, without a leading slash.</param>
/// <param name="Now">What the measured image has; null: nothing.</param>
/// <param name="Before">What the other has; null: nothing.</param>
internal readonly record struct FileChange(string Path, FileContent? Now, FileContent? Before)
{
    /// <summary>Bytes more, or less than zero.</summary>
    public long Delta => (Now?.Bytes ?? 0) - (Before?.Bytes ?? 0);

    /// <summary>Bytes that came and went.</summary>
    public long Moved => Before is null || Now is null ? Math.Abs(Delta) : Math.Max(Now.Bytes, Before.Bytes);
}
