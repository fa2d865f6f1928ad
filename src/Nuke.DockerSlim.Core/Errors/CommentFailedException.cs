namespace Nuke.DockerSlim.Errors;

/// <summary>A pull request could not be read or commented on. The image is what it is all the same.</summary>
public sealed class CommentFailedException : DockerSlimException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Of which kind it is.</param>
    /// <param name="message">The fact, the place and what to do; further lines: evidence.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public CommentFailedException(CommentFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>Of which kind it is.</summary>
    public CommentFailure Failure { get; }

    /// <inheritdoc />
    public override SlimExitCode ExitCode => SlimExitCode.Engine;
}
