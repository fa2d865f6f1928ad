using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Sarif;

/// <summary>What of a report is a result: findings, and residue by kind and line.</summary>
internal static class SarifResults
{
    // The files of one kind and line are one thing to mend; the report has them all.
    private const int MostPaths = 5;
    private const string Builder = "See ";

    /// <summary>The results of one report.</summary>
    /// <param name="report">The report.</param>
    public static IEnumerable<SarifResult> Of(ImageReport report)
    {
        // Code scanning takes no result without a file: what was built elsewhere goes by the image's name.
        var file = report.Image.Dockerfile ?? report.Image.Name;
        // What is worth a finding of residue is in its group, and makes it as bad.
        var findings = report.Findings.ToLookup(x => x.Rule.StartsWith(SarifRules.ResiduePrefix, StringComparison.Ordinal));
        return findings[false]
            .Select(x => Of(x, file))
            .Concat(
                report
                    .Residue.GroupBy(x => (x.Kind, x.Line))
                    .Select(x => Of([.. x.OrderByDescending(y => y.Content)], [.. findings[true]], file))
            );
    }

    /// <summary>The result of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="file">The file where it names none.</param>
    /// <param name="suppression">Whether its rule was switched off, and where.</param>
    public static SarifResult Of(Finding finding, string file, string? suppression = null)
    {
        // The builder's checks have a page in place of a fix.
        var page = finding.Fix is { } fix && fix.StartsWith(Builder + "http", StringComparison.Ordinal) ? fix[Builder.Length..] : null;
        return new SarifResult
        {
            Rule = finding.Rule,
            Severity = finding.Severity,
            Message = page is null && finding.Fix is not null ? $"{finding.Message} {finding.Fix}" : finding.Message,
            File = finding.File ?? file,
            Line = finding.Line,
            Page = page,
            Suppression = suppression,
        };
    }

    private static SarifResult Of(IReadOnlyList<ResidueFacts> residue, IReadOnlyList<Finding> findings, string file)
    {
        var bytes = new ByteSize(residue.Sum(x => x.Content.Bytes));
        var more = residue.Count > MostPaths ? $" and {residue.Count - MostPaths} more" : "";
        var rule = SarifRules.ResiduePrefix + residue[0].Kind;
        return new SarifResult
        {
            Rule = rule,
            Severity = findings
                .Where(x => x.Rule == rule && x.Line == residue[0].Line)
                .Select(x => x.Severity)
                .DefaultIfEmpty(FindingSeverity.Info)
                .Max(),
            Message =
                $"{bytes.Text} that a service does not need to run: {string.Join(", ", residue.Take(MostPaths).Select(x => x.Path))}{more}. {residue[0].Fix}",
            File = file,
            Line = residue[0].Line,
        };
    }
}
