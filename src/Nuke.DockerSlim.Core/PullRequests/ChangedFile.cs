namespace Nuke.DockerSlim.PullRequests;

/// <summary>A file that a pull request changes.</summary>
/// <param name="Path">Its path in the repository, parted by slashes.</param>
/// <param name="Patch">What changes, hunks of a unified diff; null where the server shows none, as with binary and very large files.</param>
public sealed record ChangedFile(string Path, string? Patch);
