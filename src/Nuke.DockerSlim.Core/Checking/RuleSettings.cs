namespace Nuke.DockerSlim.Checking;

/// <summary>What a user changes about the rules.</summary>
/// <param name="Ignored">Rules that are switched off.</param>
/// <param name="Errors">Rules whose findings are errors.</param>
public sealed record RuleSettings(IReadOnlyList<string> Ignored, IReadOnlyList<string> Errors)
{
    /// <summary>Every rule on, each as severe as it is.</summary>
    public static RuleSettings Default { get; } = new([], []);
}
