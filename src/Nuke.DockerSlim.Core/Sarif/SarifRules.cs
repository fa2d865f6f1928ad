using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Sarif;

/// <summary>What a SARIF file says of rules. Ours are described by their sections of docs/rules.md, which is part of this assembly.</summary>
internal static partial class SarifRules
{
    /// <summary>What the names of residue's rules begin with.</summary>
    public const string ResiduePrefix = "residue-";

    /// <summary>Where the package and its documents are.</summary>
    public const string Home = "https://www.nuget.org/packages/Nuke.DockerSlim";

    private const string ResidueSection = "residue";

    // What code scanning shows at most.
    private const int LongestText = 1024;
    private static readonly string[] Security =
    [
        "secret-found",
        "secret-file-copied",
        "secret-in-build-arg",
        "root-user",
        "SecretsUsedInArgOrEnv",
    ];
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Sections = new(ReadSections);

    /// <summary>The description of a rule.</summary>
    /// <param name="result">One of its results.</param>
    public static JsonObject Describe(SarifResult result)
    {
        var isResidue = result.Rule.StartsWith(ResiduePrefix, StringComparison.Ordinal);
        var section = Sections.Value.GetValueOrDefault(isResidue ? ResidueSection : result.Rule);
        var text = section is null ? "" : Plain(section);
        var summary =
            isResidue ? $"Residue: {result.Rule[ResiduePrefix.Length..].Replace('-', ' ')}"
            : text.Length > 0 ? FirstSentence(text)
            : result.Page is not null ? $"A check of BuildKit: {result.Rule}"
            : result.Rule;
        var isSecurity = Security.Contains(result.Rule);
        return new JsonObject
        {
            ["id"] = result.Rule,
            ["shortDescription"] = Text(summary),
            ["fullDescription"] = Text(text.Length > 0 ? text : summary),
            ["help"] = new JsonObject
            {
                ["text"] = text.Length > 0 ? text : $"{summary}. {result.Page}".TrimEnd(),
                ["markdown"] = section ?? $"{summary}. {result.Page}".TrimEnd(),
            },
            ["helpUri"] = result.Page ?? $"{Home}#{(isResidue ? ResidueSection : result.Rule)}",
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(OwnSeverity(result)) },
            ["properties"] = new JsonObject
            {
                ["tags"] = isSecurity ? new JsonArray("container", "security") : new JsonArray("container"),
                ["precision"] = "high",
            },
        };
    }

    /// <summary>The word for a severity.</summary>
    /// <param name="severity">The severity.</param>
    public static string Level(FindingSeverity severity) =>
        severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "note",
        };

    // A rule that the user raised to an error is one in this run's results only.
    private static FindingSeverity OwnSeverity(SarifResult result) =>
        DockerfileRules.All.FirstOrDefault(x => x.Id == result.Rule)?.Severity
        ?? (result.Rule.StartsWith(ResiduePrefix, StringComparison.Ordinal) ? FindingSeverity.Warning : null as FindingSeverity?)
        ?? (result.Page is not null ? FindingSeverity.Warning : result.Severity);

    private static JsonObject Text(string text) => new() { ["text"] = text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…" };

    private static Dictionary<string, string> ReadSections()
    {
        using var stream = typeof(SarifRules).Assembly.GetManifestResourceStream("rules.md")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .ReplaceLineEndings("\n")
            .Split("\n## ")
            .Skip(1)
            .Select(x => x.Split('\n', 2))
            .ToDictionary(x => x[0].Trim(), x => x[1].Trim());
    }

    private static string FirstSentence(string text) => Sentence().Match(text) is { Success: true, Value: var sentence } ? sentence : text;

    // "*Warning.* `ADD` of [plain files](page.md)." is "ADD of plain files.".
    private static string Plain(string section) =>
        Blanks().Replace(Link().Replace(Severity().Replace(section, ""), "$1").Replace("**", "").Replace("`", ""), " ").Trim();

    [GeneratedRegex(@"^\*[^*]+\*\s*")]
    private static partial Regex Severity();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^.+?[.](?=\s[A-Z]|$)")]
    private static partial Regex Sentence();
}
