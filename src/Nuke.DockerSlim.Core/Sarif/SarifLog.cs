using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Sarif;

/// <summary>
/// Results as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), of the part that GitHub's code scanning reads: one run, so that it is taken for one
/// analysis, every result with a file and a line, and paths relative to the repository.
/// </summary>
/// <param name="version">The version of this tool; null: unknown.</param>
/// <param name="textOf">The text of a file by its name in results; null where it cannot be read.</param>
/// <param name="pathOf">The path of that file in the repository.</param>
internal sealed partial class SarifLog(string? version, Func<string, string?> textOf, Func<string, string> pathOf)
{
    private const string Root = "%SRCROOT%";
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private readonly Dictionary<string, (string[] Lines, IReadOnlyList<string> Hashes)?> _files = [];
    private readonly HashSet<string> _fingerprints = [];

    /// <summary>The file's text.</summary>
    /// <param name="results">The results; what comes twice is written once.</param>
    public string Write(IEnumerable<SarifResult> results)
    {
        SarifResult[] all =
        [
            .. results
                .DistinctBy(x => (x.Rule, x.File, x.Line, Told(x), x.Suppression is null))
                .OrderByDescending(x => x.Severity)
                .ThenBy(x => x.File, StringComparer.Ordinal)
                .ThenBy(x => x.Line ?? 0)
                .ThenBy(x => x.Rule, StringComparer.Ordinal),
        ];
        var rules = all.DistinctBy(x => x.Rule).OrderBy(x => x.Rule, StringComparer.Ordinal).ToArray();
        var places = rules.Index().ToDictionary(x => x.Item.Rule, x => x.Index);
        var driver = new JsonObject { ["name"] = "Nuke.DockerSlim", ["informationUri"] = SarifRules.Home };
        if (version is not null)
            driver["semanticVersion"] = version;
        driver["rules"] = new JsonArray([.. rules.Select(SarifRules.Describe)]);
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(
                new JsonObject
                {
                    ["tool"] = new JsonObject { ["driver"] = driver },
                    ["originalUriBaseIds"] = new JsonObject
                    {
                        [Root] = new JsonObject { ["description"] = new JsonObject { ["text"] = "The root of the repository." } },
                    },
                    ["columnKind"] = "utf16CodeUnits",
                    ["results"] = new JsonArray([.. all.Select(x => Result(x, places[x.Rule]))]),
                }
            ),
        };
        return log.ToJsonString(Form) + "\n";
    }

    private JsonObject Result(SarifResult result, int rule)
    {
        var path = pathOf(result.File);
        var file = FileOf(result.File);
        var line = Math.Clamp(result.Line ?? 1, 1, file?.Lines.Length ?? int.MaxValue);
        var text = file?.Lines[line - 1] ?? "";
        var own = Fingerprint(result, path, text);
        var written = new JsonObject
        {
            ["ruleId"] = result.Rule,
            ["ruleIndex"] = rule,
            ["level"] = SarifRules.Level(result.Severity),
            ["message"] = new JsonObject { ["text"] = result.Message },
            ["locations"] = new JsonArray(
                new JsonObject
                {
                    ["physicalLocation"] = new JsonObject
                    {
                        ["artifactLocation"] = new JsonObject { ["uri"] = Uri(path), ["uriBaseId"] = Root },
                        ["region"] = new JsonObject
                        {
                            ["startLine"] = line,
                            ["startColumn"] = 1,
                            ["endLine"] = line,
                            ["endColumn"] = text.Length + 1,
                        },
                    },
                }
            ),
            ["partialFingerprints"] = new JsonObject
            {
                ["primaryLocationLineHash"] = file?.Hashes[line - 1] ?? own + ":1",
                ["slimFinding/v1"] = own,
            },
        };
        if (result.Suppression is { } kind)
            written["suppressions"] = new JsonArray(new JsonObject { ["kind"] = kind, ["status"] = "accepted" });
        return written;
    }

    private (string[] Lines, IReadOnlyList<string> Hashes)? FileOf(string name)
    {
        if (!_files.TryGetValue(name, out var file))
            _files[name] = file = textOf(name) is { } text ? (text.ReplaceLineEndings("\n").Split('\n'), LineHashes.Of(text)) : null;
        return file;
    }

    // Neither figures nor the line's number are part of it: both change although the finding is the same.
    private string Fingerprint(SarifResult result, string path, string line)
    {
        for (var ordinal = 1; ; ordinal++)
        {
            var parts = string.Join('\0', result.Rule, path, line.Trim(), Told(result), $"{ordinal}");
            var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..16];
            if (_fingerprints.Add(fingerprint))
                return fingerprint;
        }
    }

    // Of platforms whose paths differ, residue of one kind and line is the same.
    private static string Told(SarifResult result) =>
        result.Rule.StartsWith(SarifRules.ResiduePrefix, StringComparison.Ordinal) ? "" : Stable(result.Message);

    private static string Stable(string message) => Numbers().Replace(message, "#");

    private static string Uri(string path) => string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));

    [GeneratedRegex("[0-9][0-9.,]*")]
    private static partial Regex Numbers();
}
