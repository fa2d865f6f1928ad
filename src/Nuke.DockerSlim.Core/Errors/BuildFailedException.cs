using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Errors;

/// <summary>A stage did not build: one of its own steps failed, or the Dockerfile cannot be used.</summary>
public sealed class BuildFailedException : DockerSlimException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The sentence for the user, with Dockerfile and line; then the last lines of the step's output.</param>
    /// <param name="failure">The facts of the failure.</param>
    public BuildFailedException(string message, BuildFailure failure)
        : base(message) => Failure = failure;

    /// <summary>What failed and where.</summary>
    public BuildFailure Failure { get; }

    /// <inheritdoc />
    public override SlimExitCode ExitCode =>
        Failure.Kind is BuildFailureKind.Step or BuildFailureKind.Dockerfile ? SlimExitCode.Input : SlimExitCode.Engine;
}
