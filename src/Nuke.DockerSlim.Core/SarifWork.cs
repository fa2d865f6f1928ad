using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Sarif;
using Nuke.DockerSlim.Secrets;

namespace Nuke.DockerSlim;

/// <summary>Writes what is found in a run's images as one SARIF file.</summary>
/// <param name="path">The file, absolute.</param>
/// <param name="rootDirectory">The root folder, absolute.</param>
/// <param name="version">This tool's version; null: unknown.</param>
public sealed class SarifWork(string path, string rootDirectory, string? version)
{
    private readonly WholeFile _file = new(path, "--sarif-file");

    /// <summary>Takes away what an earlier run left: of a run that fails early nothing is to be taken for its findings.</summary>
    /// <exception cref="Errors.InputException">The file cannot be written.</exception>
    public void Begin() => _file.Begin();

    /// <summary>Writes what is found so far.</summary>
    /// <param name="works">The images; of several platforms each counts, and what all have is written once.</param>
    /// <exception cref="Errors.InputException">The file cannot be written.</exception>
    public void Write(IReadOnlyList<ImageWork> works)
    {
        var files = new RepositoryFiles(rootDirectory);
        var text = new SarifLog(version, files.TextOf, files.PathOf).Write(works.SelectMany(Results));
        foreach (var secrets in works.Select(x => x.Secrets).OfType<SecretSearch>())
            text = MaskedJson.Of(text, secrets.Mask);
        _file.Write(text);
    }

    private static IEnumerable<SarifResult> Results(ImageWork work)
    {
        // Checks alone start no report.
        var linted = new ImageReport
        {
            Image = new ImageFacts { Name = work.Target.Definition.Name, Dockerfile = work.Target.DockerfileName },
            Findings = work.LintFindings,
        };
        return new[] { linted, work.Report }
            .Concat(work.Platforms.Select(x => x.Report))
            .SelectMany(SarifResults.Of)
            .Concat((work.SwitchedOff?.Value ?? []).Select(x => SarifResults.Of(x.Finding, work.Target.DockerfileName, x.Suppression)));
    }
}
