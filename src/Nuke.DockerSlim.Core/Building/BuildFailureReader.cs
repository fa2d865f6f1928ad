using System.Globalization;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Building;

/// <summary>Finds out from a failed build's trace what failed. The place is in buildx's closing text only; the rest is data.</summary>
public static partial class BuildFailureReader
{
    private const int ShownLines = 20;

    /// <summary>Reads the failure.</summary>
    /// <param name="trace">The trace of a build that ended with an error.</param>
    public static BuildFailure Read(BuildTrace trace)
    {
        var reason = Reason(trace);
        var failed = trace.Failed;
        var output = failed is null ? "" : trace.Output.GetValueOrDefault(failed.Id, "");
        var kind = Kind(trace, reason, failed, output);
        var step = kind is BuildFailureKind.Step or BuildFailureKind.DiskFull ? failed : null;
        return new BuildFailure
        {
            Kind = kind,
            Reason = reason,
            Line = Line(trace),
            Stage = step?.Stage,
            Instruction = step?.Instruction,
            Output = step is null ? [] : LastLines(output),
        };
    }

    /// <summary>The last lines of an output, terminal colours and carriage returns taken out.</summary>
    /// <param name="output">The output.</param>
    public static IReadOnlyList<string> LastLines(string output) =>
        [
            .. Escapes()
                .Replace(output, "")
                .Split('\n')
                .Select(x => x.TrimEnd('\r').Split('\r')[^1].TrimEnd())
                .Where(x => x.Length > 0)
                .TakeLast(ShownLines),
        ];

    private static string Reason(BuildTrace trace)
    {
        var line =
            trace.Text.LastOrDefault(x => x.StartsWith("ERROR: ", StringComparison.Ordinal)) ?? trace.Text.LastOrDefault(x => x.Length > 0);
        line ??= trace.Failed?.Error ?? "the builder said nothing";
        return Preamble().Replace(line, "");
    }

    private static BuildFailureKind Kind(BuildTrace trace, string reason, Vertex? failed, string output)
    {
        // Met by BuildKit itself it is the reason; met by a command in a RUN it is only in what the command wrote.
        if (SaysDiskFull(reason) || SaysDiskFull(output))
            return BuildFailureKind.DiskFull;
        // A registry that refuses the cache says so in the words in which it refuses an image.
        if (failed is not null && VertexKinds.WritesCache(failed))
            return BuildFailureKind.Cache;
        if (BaseForms().IsMatch(reason))
            return trace.Text.Any(x => FrontendPlace().IsMatch(x)) ? BuildFailureKind.Frontend : BuildFailureKind.BaseImage;
        if (EngineForms().IsMatch(reason))
            return BuildFailureKind.Engine;
        if (InputForms().IsMatch(reason))
            return BuildFailureKind.Dockerfile;
        if (failed is { IsStep: true })
            return BuildFailureKind.Step;
        return DockerfileForms().IsMatch(reason) ? BuildFailureKind.Dockerfile : BuildFailureKind.Engine;
    }

    private static bool SaysDiskFull(string text) => text.Contains("no space left on device", StringComparison.OrdinalIgnoreCase);

    private static int? Line(BuildTrace trace)
    {
        foreach (var text in trace.Text)
        {
            var match = Place().Match(text);
            if (match.Success)
                return int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture);
        }
        return null;
    }

    [GeneratedRegex(@"^(ERROR: )?(failed to build: )?(failed to solve: )?")]
    private static partial Regex Preamble();

    [GeneratedRegex(@"^(?!ERROR: )\S.*?:(?<line>[0-9]+)$|parse error on line (?<line>[0-9]+)")]
    private static partial Regex Place();

    [GeneratedRegex(
        "code = Unavailable|error reading from server|Cannot connect to the Docker daemon|failed to receive status|closing transport|EOF$|connection refused|broken pipe"
    )]
    private static partial Regex EngineForms();

    [GeneratedRegex("failed to resolve source metadata|pull access denied|failed to authorize|manifest unknown|no match for platform")]
    private static partial Regex BaseForms();

    // A file or a secret that a step needs and does not get: the step never ran, so nothing in it failed.
    [GeneratedRegex("failed to calculate checksum|^secret .*: not found$")]
    private static partial Regex InputForms();

    [GeneratedRegex(
        "parse error|file with no instructions|target stage|Dockerfile|dockerfile|cannot be empty|circular dependency|undefined|invalid"
    )]
    private static partial Regex DockerfileForms();

    // "   1 | >>> # syntax=docker/dockerfile:1": buildx shows the line that it is about.
    [GeneratedRegex(@"\| >>> #\s*syntax\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex FrontendPlace();

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escapes();
}
