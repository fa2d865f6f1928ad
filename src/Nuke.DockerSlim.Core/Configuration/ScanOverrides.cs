using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>What a run sets about scanning images for vulnerabilities.</summary>
/// <param name="Wanted">Whether to scan; null is not set.</param>
/// <param name="Severity">The least severity that is not let through; null is not set.</param>
internal sealed record ScanOverrides(bool? Wanted, VulnerabilitySeverity? Severity)
{
    private static readonly string[] Words = ["critical", "high", "medium", "low", "negligible", "unknown"];

    /// <summary>Reads the parameters' texts.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="problems">Takes what does not parse.</param>
    public static ScanOverrides Read(ImageParameters parameters, List<string> problems)
    {
        VulnerabilitySeverity? severity = null;
        if (parameters.ScanSeverity is { } text)
        {
            if (Words.Contains(text.ToLowerInvariant()))
                severity = Enum.Parse<VulnerabilitySeverity>(text, ignoreCase: true);
            else
                problems.Add(
                    NearName.Find(text, Words) is { } near
                        ? $"--scan-severity: '{text}' is no severity; did you mean {near}?"
                        : $"--scan-severity: '{text}' is no severity; use one of {string.Join(", ", Words)}."
                );
        }
        return new ScanOverrides(parameters.ScanImage, severity);
    }

    /// <summary>An image with what is set here in place of what it declares.</summary>
    /// <param name="image">The image.</param>
    public ImageDefinition Over(ImageDefinition image) =>
        image with
        {
            ScanImage = Wanted ?? image.ScanImage,
            ScanSeverity = Severity ?? image.ScanSeverity,
        };
}
