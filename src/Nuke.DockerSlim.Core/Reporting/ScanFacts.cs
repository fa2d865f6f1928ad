using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What a scanner of vulnerabilities found in the image.</summary>
public sealed record ScanFacts
{
    /// <summary>The scanner: <c>trivy</c> or <c>grype</c>.</summary>
    public required string Tool { get; init; }

    /// <summary>The least severity that keeps the image from being pushed.</summary>
    public required VulnerabilitySeverity Severity { get; init; }

    /// <summary>How many vulnerabilities of packages are critical.</summary>
    public int Critical { get; init; }

    /// <summary>How many are high.</summary>
    public int High { get; init; }

    /// <summary>How many are medium.</summary>
    public int Medium { get; init; }

    /// <summary>How many are low.</summary>
    public int Low { get; init; }

    /// <summary>How many are negligible.</summary>
    public int Negligible { get; init; }

    /// <summary>How many nobody has judged.</summary>
    public int Unknown { get; init; }

    /// <summary>The vulnerabilities, the worst first, at most a hundred.</summary>
    public IReadOnlyList<VulnerabilityFacts> Vulnerabilities { get; init; } = [];

    /// <summary>How many have at least a severity.</summary>
    /// <param name="severity">The severity.</param>
    public int AtLeast(VulnerabilitySeverity severity)
    {
        (VulnerabilitySeverity Severity, int Count)[] counts =
        [
            (VulnerabilitySeverity.Critical, Critical),
            (VulnerabilitySeverity.High, High),
            (VulnerabilitySeverity.Medium, Medium),
            (VulnerabilitySeverity.Low, Low),
            (VulnerabilitySeverity.Negligible, Negligible),
            (VulnerabilitySeverity.Unknown, Unknown),
        ];
        return counts.Where(x => x.Severity >= severity).Sum(x => x.Count);
    }
}
