using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking;

/// <summary>What a user changes about the rules.</summary>
/// <param name="Ignored">Rules that are switched off.</param>
/// <param name="Errors">Rules whose findings are errors.</param>
public sealed record RuleSettings(IReadOnlyList<string> Ignored, IReadOnlyList<string> Errors)
{
    /// <summary>Every rule on, each as severe as it is.</summary>
    public static RuleSettings Default { get; } = new([], []);

    /// <summary>Whether a rule is switched off; its letters may be small or large.</summary>
    /// <param name="rule">The rule.</param>
    public bool IsIgnored(string rule) => Ignored.Contains(rule, StringComparer.OrdinalIgnoreCase);

    /// <summary>How severe a rule's finding is.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="own">How severe it is where the user says nothing.</param>
    public FindingSeverity SeverityOf(string rule, FindingSeverity own) =>
        Errors.Contains(rule, StringComparer.OrdinalIgnoreCase) ? FindingSeverity.Error : own;
}
