using System.Text;
using Nuke.DockerSlim.Scanning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Scanning;

/// <summary>What scanners are asked, and what they answer.</summary>
public sealed class ScanReaderTests
{
    [Fact]
    public void Trivy_s_report_is_read_and_what_is_told_twice_counts_once() =>
        Assert.Equal(
            [
                "CVE-2024-0001 Critical zlib1g 1:1.2.13  sha256:7",
                "CVE-2024-0002 Critical libssl3 3.0.11-1 3.0.13-1 sha256:7",
                "GHSA-x Unknown a 1  ",
            ],
            Read(ScanSamples.Trivy("sha256:7"))
        );

    [Fact]
    public void Grype_s_report_is_read() =>
        Assert.Equal(
            ["CVE-2022-28391 High busybox 1.34.1 1.35.0-r1, 1.36.0 sha256:7", "CVE-2 Negligible b 2  "],
            Read(ScanSamples.Grype("sha256:7"))
        );

    [Theory]
    [InlineData("""{"SchemaVersion":2,"ArtifactName":"scratch"}""")]
    [InlineData("""{"SchemaVersion":2,"Results":null}""")]
    [InlineData("""{"matches":[]}""")]
    public void A_report_without_findings_is_one(string json) => Assert.Empty(Read(json));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("FATAL no database")]
    [InlineData("""{"SchemaVersion":2,"Results":[{"Vuln""")]
    public void What_is_no_report_is_not_taken_for_one_without_findings(string text) =>
        Assert.Throws<InvalidDataException>(() => Read(text));

    [Theory]
    [InlineData("""{"matches":[1,{"vulnerability":[],"artifact":7},{"vulnerability":{"severity":"99","id":5}}]}""", 1)]
    [InlineData("""{"SchemaVersion":2,"Results":[1,{"Vulnerabilities":{}},{"Vulnerabilities":[{"Severity":"Sev1"}]}]}""", 1)]
    public void Whatever_stands_in_a_report_is_survived_and_judged_by_nobody(string json, int count)
    {
        var found = ScanReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Equal(count, found.Count);
        Assert.All(found, x => Assert.Equal(VulnerabilitySeverity.Unknown, x.Severity));
    }

    [Theory]
    [InlineData("docker-daemon:shop:1", "--image-src docker shop:1", "docker:shop:1 --output json")]
    [InlineData(
        "docker://ghcr.io/a/shop:1",
        "--image-src remote --platform linux/arm64 ghcr.io/a/shop:1",
        "registry:ghcr.io/a/shop:1 --platform linux/arm64 --output json"
    )]
    [InlineData("oci:/out/shop:dockerslim", "--input /out/shop:dockerslim", "oci-dir:/out/shop --output json")]
    [InlineData("docker-archive:/out/shop.tar", "--input /out/shop.tar", "docker-archive:/out/shop.tar --output json")]
    [InlineData("oci-archive:/out/shop.tar:x", null, "oci-archive:/out/shop.tar --output json")]
    public void Each_place_is_named_in_the_scanner_s_own_way(string place, string? trivy, string grype)
    {
        var image = ImageSource.Parse(place);
        var start = "image --format json --scanners vuln --exit-code 0 --no-progress ";
        Assert.Equal(trivy is null ? null : start + trivy, Joined(Scanners.Arguments("trivy", image, "linux/arm64")));
        Assert.Equal(grype, Joined(Scanners.Arguments("grype", image, "linux/arm64")));
    }

    private static string? Joined(IReadOnlyList<string>? arguments) => arguments is null ? null : string.Join(' ', arguments);

    private static IEnumerable<string> Read(string json) =>
        ScanReader
            .Read(Encoding.UTF8.GetBytes(json))
            .Select(x => $"{x.Id} {x.Severity} {x.Package} {x.Version} {x.FixedVersion} {x.DiffId}");
}
