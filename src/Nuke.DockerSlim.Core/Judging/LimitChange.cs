namespace Nuke.DockerSlim.Judging;

/// <summary>A limit that is to change.</summary>
/// <param name="Key">Which, as <c>--budget-limits</c> names it: <c>shop:download-size</c>.</param>
/// <param name="Before">What it was, for people; null where there was none.</param>
/// <param name="After">What it becomes: <c>67.4MB</c>.</param>
public sealed record LimitChange(string Key, string? Before, string After)
{
    /// <summary>The entry that sets it.</summary>
    public string Entry => $"{Key}={After}";

    /// <inheritdoc />
    public override string ToString() => $"{Key} {Before ?? "none"} -> {After}";
}
