namespace Nuke.DockerSlim.Advising;

/// <summary>What edits may know of the build context.</summary>
/// <param name="TopEntries">Files and folders at its top, ignored ones, too; folders with a closing slash.</param>
/// <param name="Read">The text of a file that a person wrote, by its path relative to the context; null when there is none.</param>
public sealed record AdvisedContext(IReadOnlyList<string> TopEntries, Func<string, string?> Read);
