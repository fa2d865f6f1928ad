namespace Nuke.DockerSlim.Errors;

/// <summary>
/// Root of every failure that this tool foresees. The message is whole sentences a person can act on; its first line carries the fact.
/// </summary>
public abstract class DockerSlimException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">First line: the fact, the place and what to do; further lines: the evidence.</param>
    /// <param name="innerException">What caused it, or null.</param>
    protected DockerSlimException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    /// <summary>What the process should exit with.</summary>
    public abstract SlimExitCode ExitCode { get; }

    /// <summary>The first line of the message: the fact, without the evidence.</summary>
    internal string Sentence => Message.Split('\n')[0].TrimEnd('\r');

    /// <summary>The message alone: an expected failure is explained by its sentence, not by a stack trace.</summary>
    public override string ToString() => Message;
}
