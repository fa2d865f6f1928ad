namespace Nuke.DockerSlim.Errors;

/// <summary>The engine, buildx, a registry or the network did not do its part.</summary>
public sealed class EngineException : DockerSlimException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The fact, the place and what to do; further lines: evidence.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public EngineException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    /// <inheritdoc />
    public override SlimExitCode ExitCode => SlimExitCode.Engine;
}
