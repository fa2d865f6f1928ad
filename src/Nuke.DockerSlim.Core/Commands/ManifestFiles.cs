namespace Nuke.DockerSlim.Commands;

/// <summary>What an installation of dependencies reads of the folder it runs in.</summary>
/// <param name="Names">The files; the first must be there. Empty where <paramref name="Kind" /> says them.</param>
/// <param name="Unless">Texts in those files that say it reads more than them.</param>
/// <param name="Kind">The files in words, where their names are the project's own; null otherwise.</param>
internal sealed record ManifestFiles(string[] Names, string[] Unless, string? Kind = null);
