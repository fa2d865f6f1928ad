namespace Nuke.DockerSlim.Errors;

/// <summary>Several images failed in one target.</summary>
public sealed class SeveralImagesException : DockerSlimException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failures">What failed, in the order of the images; at least one.</param>
    public SeveralImagesException(IReadOnlyList<DockerSlimException> failures)
        : base(string.Join(Environment.NewLine, failures.Select(x => x.Message))) => Failures = failures;

    /// <summary>What failed, in the order of the images.</summary>
    public IReadOnlyList<DockerSlimException> Failures { get; }

    /// <inheritdoc />
    public override SlimExitCode ExitCode => Failures.Min(x => x.ExitCode);
}
