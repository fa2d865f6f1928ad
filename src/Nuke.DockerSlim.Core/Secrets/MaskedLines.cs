namespace Nuke.DockerSlim.Secrets;

/// <summary>Passes lines on with stars in the place of secrets: an image that holds one may write it when it runs.</summary>
/// <param name="output">Whoever is told.</param>
/// <param name="mask">What masks them.</param>
internal sealed class MaskedLines(IProgress<string> output, SecretMask mask) : IProgress<string>
{
    /// <inheritdoc />
    public void Report(string value) => output.Report(mask.Apply(value));
}
