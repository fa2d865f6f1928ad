namespace Nuke.DockerSlim.Checking;

/// <summary>What a rule may know of the build context.</summary>
/// <param name="IgnoreFile">The ignore file's name as messages give it; null when there is none.</param>
/// <param name="TopEntries">Files and folders at the top of the context that the ignore file does not leave out; folders with a closing slash.</param>
public sealed record CheckedContext(string? IgnoreFile, IReadOnlyList<string> TopEntries)
{
    /// <summary>Those of them that hold a token or a password, among the settings files that need not: <c>.npmrc</c>, <c>pip.conf</c> and their like.</summary>
    public IReadOnlyList<string> SecretFiles { get; init; } = [];
}
