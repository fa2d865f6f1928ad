using System.Text.Json;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Reads the bytes of a report. The version comes first: a newer report may have any shape.</summary>
internal static class JsonReportReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a report.</summary>
    /// <param name="content">The file's content, UTF-8.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="InputException">It is no report that this version reads.</exception>
    public static ImageReport Parse(ReadOnlySpan<byte> content, string path)
    {
        var json = content.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
        if (json.Trim(" \t\r\n"u8).IsEmpty)
            throw Broken(path, "is empty");
        try
        {
            if (IsCutOff(json))
                throw Broken(path, $"is cut off at line {json.TrimEnd(" \t\r\n"u8).Count((byte)'\n') + 1}");
            CheckVersion(json, path);
            var report = JsonSerializer.Deserialize(json, JsonReportReading.Default.ImageReport);
            return Complete(report ?? throw Broken(path, "holds null"));
        }
        catch (JsonException e)
        {
            var place = e.Path is { Length: > 1 } property ? $", {UntrustedText.OneLine(property)}" : "";
            throw Broken(path, $"is broken{(e.LineNumber is { } line ? $" at line {line + 1}" : "")}{place}");
        }
    }

    // A reader that may be given more later stops at a cut instead of failing there.
    private static bool IsCutOff(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        while (reader.Read()) { }
        return reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.None or JsonTokenType.StartObject;
    }

    private static void CheckVersion(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Broken(path, "is no JSON object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("schemaVersion"u8);
            reader.Read();
            if (!found)
            {
                reader.Skip();
                continue;
            }
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var version) || version < 1)
                throw Broken(path, "has no valid schemaVersion");
            if (version > ImageReport.CurrentSchemaVersion)
                throw new InputException(
                    $"{path} was written by a newer version (schema {version}; this one reads up to {ImageReport.CurrentSchemaVersion}): "
                        + "update the package, or delete the file and run ./build.sh SlimImage"
                );
            return;
        }
        throw Broken(path, "has no schemaVersion");
    }

    // Compiled readers leave what the file does not mention at null, not at the property's default.
    private static ImageReport Complete(ImageReport read) =>
        read with
        {
            Tool = read.Tool ?? new(),
            Image = (read.Image ?? new()) with { Name = read.Image?.Name ?? "", Reference = read.Image?.Reference ?? "" },
            Layers = Items(read.Layers, "layers"),
            Builds = Complete(read.Builds ?? new()),
            Lines = [.. Items(read.Lines, "lines").Select(x => x with { Cached = Items(x.Cached, "lines.cached") })],
            LineTimes = Complete(read.LineTimes ?? new()),
            Tests = (read.Tests ?? new()) with { Failures = Items(read.Tests?.Failures, "tests.failures") },
            Budget = Items(read.Budget, "budget"),
            Findings = Items(read.Findings, "findings"),
            Secrets = Items(read.Secrets, "secrets"),
            Residue = Items(read.Residue, "residue"),
            Comparison = read.Comparison is { } comparison
                ? comparison with
                {
                    Paths = Items(comparison.Paths, "comparison.paths"),
                    Brought = Items(comparison.Brought, "comparison.brought"),
                    Gone = Items(comparison.Gone, "comparison.gone"),
                }
                : null,
            Reproducibility = ReproducibilityReading.Complete(read.Reproducibility),
            Advice = [.. Items(read.Advice, "advice").Select(x => x with { Rules = Items(x.Rules, "advice.rules") })],
            Contents = Complete(read.Contents),
            Surface = Complete(read.Surface),
            Policies = Items(read.Policies, "policies"),
            Scan = read.Scan is { } scan ? scan with { Vulnerabilities = Items(scan.Vulnerabilities, "scan.vulnerabilities") } : null,
            Inventory = read.Inventory is { } inventory
                ? inventory with
                {
                    Packages = Items(inventory.Packages, "inventory.packages"),
                }
                : null,
            Platforms = [.. Items(read.Platforms, "platforms").Select(Complete)],
            Smoke = (read.Smoke ?? new()) with
            {
                LastLines = Items(read.Smoke?.LastLines, "smoke.lastLines"),
                Missing = Items(read.Smoke?.Missing, "smoke.missingFiles"),
            },
            Baseline = read.Baseline is { } baseline ? baseline with { Source = baseline.Source ?? "" } : null,
            Delta = read.Delta is { } delta
                ? delta with
                {
                    Measures = Items(delta.Measures, "delta.measures"),
                    Lines = Items(delta.Lines, "delta.lines"),
                    Paths = Items(delta.Paths, "delta.paths"),
                }
                : null,
            Push = (read.Push ?? new()) with
            {
                Tags = Items(read.Push?.Tags, "push.tags"),
                Moves = Items(read.Push?.Moves, "push.moves"),
                Proofs = Items(read.Push?.Proofs, "push.proofs"),
                Candidates = Items(read.Push?.Candidates, "push.candidates"),
                SupplyChain = Complete(read.Push?.SupplyChain),
            },
        };

    private static SupplyChainFacts? Complete(SupplyChainFacts? read) =>
        read is null
            ? null
            : read with
            {
                Annotations = Items(read.Annotations, "push.supplyChain.annotations"),
                Attestations = Items(read.Attestations, "push.supplyChain.attestations"),
                Signed = Items(read.Signed, "push.supplyChain.signed"),
            };

    private static PlatformFacts Complete(PlatformFacts read) =>
        read with
        {
            Report = read.Report ?? "",
            Builds = Complete(read.Builds ?? new()),
            Budget = Items(read.Budget, "platforms.budget"),
        };

    private static ContentsFacts? Complete(ContentsFacts? read) =>
        read is null
            ? null
            : read with
            {
                Waste = Items(read.Waste, "contents.waste"),
                Largest = Items(read.Largest, "contents.largest"),
                Paths = Items(read.Paths, "contents.paths"),
                Folders = Items(read.Folders, "contents.folders"),
                Duplicates =
                [
                    .. Items(read.Duplicates, "contents.duplicates")
                        .Select(x => x with { Paths = Items(x.Paths, "contents.duplicates.paths") }),
                ],
            };

    private static SurfaceFacts? Complete(SurfaceFacts? read) =>
        read is null
            ? null
            : read with
            {
                Setuid = Items(read.Setuid, "surface.setuid"),
                Found = Items(read.Found, "surface.found"),
                Packages = read.Packages ?? new(),
            };

    private static LineTimes Complete(LineTimes read) =>
        new()
        {
            Cold = Complete(read.Cold),
            Warm = Complete(read.Warm),
            Edited = Complete(read.Edited),
            DependencyEdited = Complete(read.DependencyEdited),
        };

    private static LineSum? Complete(LineSum? read) => read is null ? null : read with { CriticalPath = read.CriticalPath ?? [] };

    private static BuildFacts Complete(BuildFacts read) =>
        read with
        {
            Cold = Complete(read.Cold, "cold"),
            Warm = Complete(read.Warm, "warm"),
            Edited = Complete(read.Edited, "edited"),
            DependencyEdited = Complete(read.DependencyEdited, "dependencyEdited"),
            Test = Complete(read.Test, "test"),
            CacheExport = Complete(read.CacheExport, "cacheExport"),
            Ci = Complete(read.Ci, "ci"),
        };

    private static TimedBuild? Complete(TimedBuild? read, string name) =>
        read is null
            ? null
            : read with
            {
                Rounds = Items(read.Rounds, $"builds.{name}.rounds"),
                Split = read.Split is { } split ? split with { Stages = Items(split.Stages, $"builds.{name}.split.stages") } : null,
            };

    private static IReadOnlyList<T> Items<T>(IReadOnlyList<T>? items, string name)
        where T : class =>
        items is not null && items.Any(x => x is null)
            ? throw new JsonException("null among the items", $"$.{name}", null, null)
            : items ?? [];

    private static InputException Broken(string path, string problem) =>
        new($"The report {path} {problem}: delete the file and run ./build.sh SlimImage.");
}
