namespace Nuke.DockerSlim.Errors;

/// <summary>The user pressed Ctrl-C, or the process was asked to end.</summary>
public sealed class InterruptedException : DockerSlimException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was going on, and what was taken back.</param>
    public InterruptedException(string message)
        : base(message) { }

    /// <inheritdoc />
    public override SlimExitCode ExitCode => SlimExitCode.Interrupted;
}
