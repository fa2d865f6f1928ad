namespace Nuke.DockerSlim.Errors;

/// <summary>The production image was started, and did not do what it has to.</summary>
public sealed class SmokeFailedException : DockerSlimException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which image, what did not hold, and where a missing file lies; then the last lines of the output.</param>
    public SmokeFailedException(string message)
        : base(message) { }

    /// <inheritdoc />
    public override SlimExitCode ExitCode => SlimExitCode.TestsFailed;
}
