#nullable enable
namespace Gallery;

/// <summary>A broken variant, and whether the tool explained it.</summary>
/// <param name="Name">Its folder's name.</param>
/// <param name="Title">What goes wrong, in few words.</param>
/// <param name="ExitCode">What the run was to end with.</param>
/// <param name="ActualExitCode">What it ended with.</param>
/// <param name="Promised">What was to be said, word for word.</param>
/// <param name="Missing">What of it was not said.</param>
public sealed record TroubleResult(
    string Name,
    string Title,
    int ExitCode,
    int ActualExitCode,
    IReadOnlyList<string> Promised,
    IReadOnlyList<string> Missing
)
{
    public bool Holds => ExitCode == ActualExitCode && Missing.Count == 0;
}
