using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Judging;

/// <summary>Holds what is in an image against what it is forbidden to have. What could not be looked into is not taken to be clean.</summary>
public static class PolicyJudge
{
    /// <summary>How the rules of the findings begin.</summary>
    internal const string Rule = "forbidden-";

    private static readonly Dictionary<string, (string What, string Fix)> Words = new()
    {
        [ImagePolicies.Shell] = (
            "a shell",
            "Start production from an image without one (distroless, chiseled, scratch), and write CMD and ENTRYPOINT as lists."
        ),
        [ImagePolicies.Compiler] = ("a compiler or build tool", "Build in a builder stage, and copy from there only what runs."),
        [ImagePolicies.PackageManager] = (
            "a package manager",
            "Start production from an image without one (distroless, chiseled, scratch), and copy into it what runs."
        ),
        [ImagePolicies.Root] = ("root", "End the production stage with USER and a number other than 0."),
        [ImagePolicies.Setuid] = (
            "a program that runs with its owner's rights",
            "Take them away in the RUN that installs it (chmod a-s FILE), or start from an image without it."
        ),
        [ImagePolicies.KeyFile] = ("a file of keys", "Give keys when the service starts, or to the build as a secret mount."),
    };

    /// <summary>Judges what is forbidden, each word once.</summary>
    /// <param name="forbidden">The words.</param>
    /// <param name="report">The report of the measured image.</param>
    public static IReadOnlyList<PolicyFacts> Judge(IReadOnlyList<string> forbidden, ImageReport report) =>
        [.. ImagePolicies.All.Where(forbidden.Contains).Select(x => x == ImagePolicies.Root ? User(report) : Content(x, report))];

    /// <summary>The findings, errors all of them, that the verdicts come to.</summary>
    /// <param name="policies">The verdicts.</param>
    /// <param name="report">The report of the measured image.</param>
    public static IEnumerable<Finding> Findings(IEnumerable<PolicyFacts> policies, ImageReport report) =>
        policies
            .Where(x => x.Message is not null)
            .Select(x => new Finding
            {
                Rule = Rule + x.Name,
                Severity = FindingSeverity.Error,
                File = report.Image.Dockerfile,
                Line = x.Name == ImagePolicies.Root ? UserLine(report) : First(x.Name, report)?.Line,
                Message = x.Message!,
                Fix = Words[x.Name].Fix,
            });

    /// <summary>Whether the report has a verdict on all that is forbidden.</summary>
    /// <param name="report">The report.</param>
    /// <param name="definition">The image's definition.</param>
    public static bool IsJudged(ImageReport report, ImageDefinition definition) =>
        definition.ForbidInImage.All(x => report.Policies.Any(y => y.Name == x));

    private static PolicyFacts Content(string word, ImageReport report)
    {
        var (what, _) = Words[word];
        if (First(word, report) is { } first)
        {
            var others = report.Surface!.Found.Count(x => x.Kind == word) - 1;
            var more = others > 0 ? $", and {others} more" : "";
            return Violated(word, $"The image has {what}, which is forbidden: {first.Path} ({Place(first)}){more}.");
        }
        return report.Surface is null || report.Contents is null ? Unknown(word, what, "its layers could not be looked into")
            : report.Contents.Gap is { } gap ? Unknown(word, what, $"not all of it could be looked into ({gap.TrimEnd('.')})")
            : Kept(word);
    }

    private static PolicyFacts User(ImageReport report)
    {
        if (report.Surface?.User is not { } user)
            return new PolicyFacts
            {
                Name = ImagePolicies.Root,
                Verdict = Verdict.NotMeasured,
                Message = "Whether the image runs as root could not be told: its config is not known.",
            };
        if (!IsRoot(user))
            return Kept(ImagePolicies.Root);
        var line = UserLine(report) is { } number ? $" (line {number})" : "";
        return Violated(
            ImagePolicies.Root,
            user.Length == 0
                ? $"The image runs as root, which is forbidden: its config names no user{line}."
                : $"The image runs as root, which is forbidden: its config names the user '{user}'{line}."
        );
    }

    // "0:0" and "root:staff" are root, too: the group does not matter.
    private static bool IsRoot(string user)
    {
        var name = user.Split(':')[0];
        return name is "" or "root" || name.AsSpan().IndexOfAnyExcept('0') < 0;
    }

    // The production stage comes last of those it needs. Without a USER of its own, its FROM decided.
    private static int? UserLine(ImageReport report)
    {
        var stage = report.Lines is [.., var last] ? report.Lines.Where(x => x.Stage == last.Stage).ToArray() : [];
        return (Array.FindLast(stage, x => IsInstruction(x, "USER ")) ?? Array.Find(stage, x => IsInstruction(x, "FROM ")))?.Line;
    }

    private static bool IsInstruction(LineFacts line, string keyword) =>
        line.Instruction.StartsWith(keyword, StringComparison.OrdinalIgnoreCase);

    private static SurfaceItem? First(string word, ImageReport report) => report.Surface?.Found.FirstOrDefault(x => x.Kind == word);

    private static string Place(SurfaceItem item) =>
        $"layer {item.Layer}{(item.FromBase == true ? " of the base image" : "")}{(item.Line is { } line ? $", line {line}" : "")}";

    private static PolicyFacts Kept(string word) => new() { Name = word, Verdict = Verdict.Within };

    private static PolicyFacts Violated(string word, string message) =>
        new()
        {
            Name = word,
            Verdict = Verdict.Exceeded,
            Message = message,
        };

    private static PolicyFacts Unknown(string word, string what, string why) =>
        new()
        {
            Name = word,
            Verdict = Verdict.NotMeasured,
            Message = $"Whether the image has {what} could not be told: {why}.",
        };
}
