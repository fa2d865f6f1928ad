namespace Nuke.DockerSlim.Tests.Scanning;

/// <summary>Reports in the forms that the scanners' documents and published outputs show, made up for here.</summary>
internal static class ScanSamples
{
    public static string Trivy(string diffId) =>
        $$"""
            {
              "SchemaVersion": 2,
              "ArtifactName": "shop:dockerslim",
              "ArtifactType": "container_image",
              "Metadata": { "OS": { "Family": "debian", "Name": "12.5" }, "DiffIDs": ["{{diffId}}"] },
              "Results": [
                {
                  "Target": "shop:dockerslim (debian 12.5)",
                  "Class": "os-pkgs",
                  "Type": "debian",
                  "Vulnerabilities": [
                    {
                      "VulnerabilityID": "CVE-2024-0001",
                      "PkgName": "zlib1g",
                      "InstalledVersion": "1:1.2.13",
                      "Layer": { "DiffID": "{{diffId}}" },
                      "SeveritySource": "nvd",
                      "Severity": "CRITICAL"
                    },
                    {
                      "VulnerabilityID": "CVE-2024-0002",
                      "PkgName": "libssl3",
                      "InstalledVersion": "3.0.11-1",
                      "FixedVersion": "3.0.13-1",
                      "Layer": { "Digest": "sha256:0", "DiffID": "{{diffId}}" },
                      "Severity": "CRITICAL"
                    }
                  ]
                },
                { "Target": "Node.js", "Class": "lang-pkgs", "Type": "node-pkg" },
                {
                  "Target": "Python",
                  "Class": "lang-pkgs",
                  "Type": "python-pkg",
                  "Vulnerabilities": [
                    { "VulnerabilityID": "GHSA-x", "PkgName": "a", "InstalledVersion": "1", "FixedVersion": "", "Layer": {}, "Severity": "UNKNOWN" },
                    { "VulnerabilityID": "GHSA-x", "PkgName": "a", "InstalledVersion": "1", "FixedVersion": "", "Layer": {}, "Severity": "UNKNOWN" }
                  ]
                }
              ]
            }
            """;

    public static string Grype(string diffId) =>
        $$"""
            {
              "matches": [
                {
                  "vulnerability": {
                    "id": "CVE-2022-28391",
                    "dataSource": "https://nvd.nist.gov/vuln/detail/CVE-2022-28391",
                    "namespace": "nvd:cpe",
                    "severity": "High",
                    "fix": { "versions": ["1.35.0-r1", "1.36.0"], "state": "fixed" },
                    "advisories": []
                  },
                  "relatedVulnerabilities": [],
                  "matchDetails": [{ "type": "cpe-match", "matcher": "stock-matcher" }],
                  "artifact": {
                    "id": "7e7f175e7d1ab63a",
                    "name": "busybox",
                    "version": "1.34.1",
                    "type": "binary",
                    "locations": [{ "path": "/bin/busybox", "layerID": "{{diffId}}" }],
                    "purl": ""
                  }
                },
                {
                  "vulnerability": { "id": "CVE-2", "severity": "Negligible", "fix": { "versions": [], "state": "unknown" } },
                  "artifact": { "name": "b", "version": "2", "locations": [] }
                }
              ],
              "source": { "type": "image" },
              "distro": { "name": "", "version": "" },
              "descriptor": { "name": "grype", "version": "0.104.1" }
            }
            """;
}
