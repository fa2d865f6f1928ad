namespace Nuke.DockerSlim.Errors;

/// <summary>Tests of the test stage failed, or could not be run to their end.</summary>
public sealed class TestsFailedException : DockerSlimException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which image, which tests, where; then the last lines of the output.</param>
    public TestsFailedException(string message)
        : base(message) { }

    /// <inheritdoc />
    public override SlimExitCode ExitCode => SlimExitCode.TestsFailed;
}
