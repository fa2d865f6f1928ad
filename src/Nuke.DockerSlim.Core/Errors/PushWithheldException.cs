using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Errors;

/// <summary>An image was to be pushed and was not, because something stands against it. Nothing reached the registry.</summary>
public sealed class PushWithheldException : DockerSlimException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="image">The image's name.</param>
    /// <param name="report">Its report, which says what stands against it.</param>
    public PushWithheldException(string image, ImageReport report)
        : base($"{image} was not pushed: {report.Push.Withheld}.") =>
        ExitCode = report.Outcome switch
        {
            ReportOutcome.TestsFailed => SlimExitCode.TestsFailed,
            ReportOutcome.BudgetExceeded or ReportOutcome.PolicyFailed => SlimExitCode.BudgetExceeded,
            _ => SlimExitCode.Input,
        };

    /// <inheritdoc />
    public override SlimExitCode ExitCode { get; }
}
