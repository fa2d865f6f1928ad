using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Scanning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Has measured images scanned for vulnerabilities by a scanner of this machine.</summary>
/// <param name="scanner">Runs it.</param>
public sealed class ScanWork(IImageScanner scanner)
{
    private const int MostShown = 100;
    private const int MostEvidence = 10;

    private static readonly string None =
        $"--scan-image is given, but none of {string.Join(" and ", Scanners.All)} is installed (none is on the path); install one, or leave --scan-image out.";

    /// <summary>Makes sure that there is a scanner, before anything is built.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public void Require()
    {
        if (scanner.Find(Scanners.All) is null)
            throw new InputException(None);
    }

    /// <summary>Scans an image where its definition asks for it, each of several platforms, and writes down what was found.</summary>
    /// <param name="work">The image, measured.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="DockerSlimException">The scanner is missing, cannot read the image, or failed.</exception>
    public async Task RunAsync(ImageWork work, CancellationToken cancellationToken)
    {
        if (!work.Target.Definition.ScanImage)
            return;
        foreach (var one in work.Each)
            one.Update(one.Report with { Scan = await ScanAsync(one, cancellationToken).ConfigureAwait(false) });
        PlatformSummary.Write(work);
    }

    private async Task<ScanFacts> ScanAsync(ImageWork work, CancellationToken cancellationToken)
    {
        var program = scanner.Find(Scanners.All) ?? throw new InputException(None);
        var arguments =
            Scanners.Arguments(program, work.Source, work.Report.Image.Platform)
            ?? throw new InputException(
                $"{work.Target.Label}: {program} does not read images of {work.SourceName}; unpack the archive into a folder (oci:FOLDER), or leave --scan-image out."
            );
        var output = await scanner.RunAsync(program, arguments, cancellationToken).ConfigureAwait(false);
        try
        {
            // A scanner may be set up to end in another exit code when it finds something; what counts is that its report is whole.
            return Facts(program, ScanReader.Read(output.Output), work);
        }
        catch (InvalidDataException e)
        {
            throw new EngineException(
                $"{work.Target.Label}: {program} did not scan the image (exit code {output.ExitCode}): {e.Message} Run it by hand: {program} {string.Join(' ', arguments)}"
                    + string.Concat(
                        output.Errors.Split('\n').TakeLast(MostEvidence).Select(x => Environment.NewLine + UntrustedText.OneLine(x))
                    )
            );
        }
    }

    private static ScanFacts Facts(string program, IReadOnlyList<FoundVulnerability> found, ImageWork work)
    {
        var layers = work.Report.Layers.Index().DistinctBy(x => x.Item.DiffId).ToDictionary(x => x.Item.DiffId.Value, x => x.Index);
        var counts = found.CountBy(x => x.Severity).ToDictionary();
        return new ScanFacts
        {
            Tool = program,
            Severity = work.Target.Definition.ScanSeverity,
            Critical = counts.GetValueOrDefault(VulnerabilitySeverity.Critical),
            High = counts.GetValueOrDefault(VulnerabilitySeverity.High),
            Medium = counts.GetValueOrDefault(VulnerabilitySeverity.Medium),
            Low = counts.GetValueOrDefault(VulnerabilitySeverity.Low),
            Negligible = counts.GetValueOrDefault(VulnerabilitySeverity.Negligible),
            Unknown = counts.GetValueOrDefault(VulnerabilitySeverity.Unknown),
            Vulnerabilities =
            [
                .. found
                    .OrderByDescending(x => x.Severity)
                    // What can be mended comes first.
                    .ThenBy(x => x.FixedVersion is null)
                    .ThenBy(x => x.Id, StringComparer.Ordinal)
                    .ThenBy(x => x.Package, StringComparer.Ordinal)
                    .Take(MostShown)
                    .Select(x => Facts(x, x.DiffId is { } id && layers.TryGetValue(id, out var layer) ? layer : null, work.Report)),
            ],
        };
    }

    private static VulnerabilityFacts Facts(FoundVulnerability found, int? layer, ImageReport report) =>
        new()
        {
            Id = found.Id,
            Severity = found.Severity,
            Package = found.Package,
            Version = found.Version,
            FixedVersion = found.FixedVersion,
            Layer = layer,
            Line = layer is { } brought ? report.Layers[brought].Line : null,
            FromBase = layer is { } from ? report.Layers[from].FromBase : null,
        };
}
