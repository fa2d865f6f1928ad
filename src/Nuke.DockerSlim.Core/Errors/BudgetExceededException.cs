namespace Nuke.DockerSlim.Errors;

/// <summary>One or more budgets or policies are not met.</summary>
public sealed class BudgetExceededException : DockerSlimException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which image and which limits, with the numbers.</param>
    public BudgetExceededException(string message)
        : base(message) { }

    /// <inheritdoc />
    public override SlimExitCode ExitCode => SlimExitCode.BudgetExceeded;
}
