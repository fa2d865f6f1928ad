using System.Text;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Scanning;
using Nuke.DockerSlim.Tests.Scanning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>A scan for vulnerabilities, on its way through the targets.</summary>
public sealed class ScanTests : PipelineTest, IImageScanner
{
    private string? _tool = "trivy";
    private string _said = """{"SchemaVersion":2}""";

    private List<string> Asked { get; } = [];

    [Fact]
    public async Task What_is_bad_enough_fails_the_run_and_withholds_the_push_with_layer_and_fix()
    {
        Take(Work.Target.Definition with { ScanImage = true });
        await MeasuredAsync();
        _said = ScanSamples.Trivy(Measured.Layers[1].DiffId.Value);
        await new ScanWork(this).RunAsync(Work, default);
        Assert.Equal($"trivy image --format json --scanners vuln --exit-code 0 --no-progress --image-src docker {Local}", Asked[0]);
        var scan = Measured.Scan!;
        Assert.Equal(("trivy", 2, 1, VulnerabilitySeverity.High), (scan.Tool, scan.Critical, scan.Unknown, scan.Severity));
        Assert.Equal(["CVE-2024-0002 1", "CVE-2024-0001 1", "GHSA-x "], scan.Vulnerabilities.Select(x => $"{x.Id} {x.Layer}"));

        var failure = Assert.Throws<BudgetExceededException>(() => ImagePipeline.Judge(Work));
        Assert.StartsWith(
            "shop: trivy found 2 vulnerabilities of severity high or worse in the image: CVE-2024-0002 (critical) in libssl3 3.0.11-1 (layer 1",
            failure.Message
        );
        Assert.Contains(", mended in 3.0.13-1, and 1 more. Take a newer", failure.Message);
        RunConclusion.Write(Work, failure);
        Assert.Equal(ReportOutcome.PolicyFailed, Measured.Outcome);
        Assert.StartsWith("trivy found 2 vulnerabilities", PushGate.Objection(Measured, Work.Target.Definition));
    }

    [Theory]
    [InlineData(VulnerabilitySeverity.High, 1)]
    [InlineData(VulnerabilitySeverity.Critical, 0)]
    [InlineData(VulnerabilitySeverity.Negligible, 2)]
    public async Task What_is_not_bad_enough_is_let_through_and_shown(VulnerabilitySeverity severity, int count)
    {
        (_tool, _said) = ("grype", ScanSamples.Grype("sha256:elsewhere"));
        Take(Work.Target.Definition with { ScanImage = true, ScanSeverity = severity });
        await MeasuredAsync();
        await new ScanWork(this).RunAsync(Work, default);
        Assert.Equal(count, Measured.Scan!.AtLeast(severity));
        Assert.Equal(["CVE-2022-28391 ", "CVE-2 "], Measured.Scan.Vulnerabilities.Select(x => $"{x.Id} {x.Layer}"));
        if (count == 0)
            ImagePipeline.Judge(Work);
        else
            Assert.Throws<BudgetExceededException>(() => ImagePipeline.Judge(Work));
        Assert.Equal(count == 0 ? 0 : 1, Measured.Findings.Count(x => x.Rule == "vulnerable-packages"));
    }

    [Fact]
    public async Task A_scan_that_was_asked_for_and_did_not_run_is_no_pass()
    {
        Take(Work.Target.Definition with { ScanImage = true });
        await MeasuredAsync();
        Assert.Contains("was not scanned", Assert.Throws<BudgetExceededException>(() => ImagePipeline.Judge(Work)).Message);
        Assert.Contains("not scanned for vulnerabilities", PushGate.Objection(Measured, Work.Target.Definition));
        _tool = null;
        var missing = Assert.Throws<InputException>(new ScanWork(this).Require).Message;
        Assert.Equal(
            "--scan-image is given, but none of trivy and grype is installed (none is on the path); install one, or leave --scan-image out.",
            missing
        );
        Assert.Equal(missing, (await Assert.ThrowsAsync<InputException>(() => new ScanWork(this).RunAsync(Work, default))).Message);
    }

    [Fact]
    public async Task A_scanner_that_fails_is_told_with_its_last_words()
    {
        _said = "";
        Take(Work.Target.Definition with { ScanImage = true });
        await MeasuredAsync();
        var failure = await Assert.ThrowsAsync<EngineException>(() => new ScanWork(this).RunAsync(Work, default));
        Assert.StartsWith("shop: trivy did not scan the image (exit code 1): ", failure.Message);
        Assert.EndsWith($"{Environment.NewLine}no database", failure.Message);
        Assert.Null(Measured.Scan);
    }

    [Fact]
    public async Task Nobody_who_did_not_ask_is_scanned()
    {
        await MeasuredAsync();
        await new ScanWork(this).RunAsync(Work, default);
        ImagePipeline.Judge(Work);
        Assert.Empty(Asked);
        Assert.Null(Measured.Scan);
    }

    [Fact]
    public void Parameters_take_the_place_of_what_is_declared()
    {
        ImageDefinition declared = new("acme/shop") { ScanSeverity = VulnerabilitySeverity.Low };
        var image = DefinitionOverrides.Apply([declared], new ImageParameters { ScanImage = true, ScanSeverity = "CRITICAL" })[0];
        Assert.Equal((true, VulnerabilitySeverity.Critical), (image.ScanImage, image.ScanSeverity));
        image = DefinitionOverrides.Apply([declared], new ImageParameters())[0];
        Assert.Equal((false, VulnerabilitySeverity.Low), (image.ScanImage, image.ScanSeverity));
        Assert.Equal(
            ["--scan-severity: 'hihg' is no severity; did you mean high?"],
            Assert
                .Throws<InputException>(() => DefinitionOverrides.Apply([declared], new ImageParameters { ScanSeverity = "hihg" }))
                .Problems
        );
    }

    public string? Find(IReadOnlyList<string> programs) => programs.FirstOrDefault(x => x == _tool);

    public Task<ScanOutput> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        Asked.Add($"{program} {string.Join(' ', arguments)}");
        return Task.FromResult(new ScanOutput(_said.Length == 0 ? 1 : 0, Encoding.UTF8.GetBytes(_said), "starting\nno database"));
    }
}
