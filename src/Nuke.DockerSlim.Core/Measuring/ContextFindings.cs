using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>What is worth saying about a build context.</summary>
public static class ContextFindings
{
    // A transfer of a megabyte takes milliseconds on one machine and most of a second to a remote builder.
    private static readonly ByteSize MuchToSend = new(1_000_000);
    private static readonly ByteSize MuchToLie = new(10_000_000);

    /// <summary>The finding that much of the context is needed by no line; null when it is little.</summary>
    /// <param name="facts">The context.</param>
    /// <param name="settings">What the user changed about the rules.</param>
    public static Finding? Unused(ContextFacts facts, RuleSettings settings)
    {
        var isSent = facts.UnusedSent >= MuchToSend;
        if ((!isSent && facts.UnusedContent < MuchToLie) || settings.IsIgnored(MeasuredRules.ContextUnused))
            return null;
        return new Finding
        {
            Rule = MeasuredRules.ContextUnused,
            Severity = settings.SeverityOf(MeasuredRules.ContextUnused, isSent ? FindingSeverity.Warning : FindingSeverity.Info),
            File = facts.Ignored.File,
            Message = Message(facts, isSent),
            Fix =
                $"Add to {(facts.Ignored.File is null ? "a new .dockerignore in the build context" : "it")}: {string.Join(", ", facts.Unused.Take(5).Select(x => Pattern(x.Path)))}"
                + (facts.Unused.Count > 5 ? ", ..." : "."),
        };
    }

    private static string Message(ContextFacts facts, bool isSent)
    {
        var stages = string.Join(" and ", facts.Stages);
        var what =
            $"{facts.UnusedContent.Text} of the build context ({Count(facts.UnusedFiles)}) {(facts.UnusedFiles == 1 ? "is" : "are")} needed by no line that {stages} "
            + (facts.Stages.Count == 1 ? "is made of" : "are made of");
        return isSent
            ? $"{what}, and {facts.UnusedSent.Text} of it is sent to the builder all the same."
            : $"{what}; it is not sent, but the first line that copies a folder above it takes it along.";
    }

    private static string Count(int files) => files == 1 ? "1 file" : $"{files} files";

    // Read by .dockerignore as the very path; a pattern begins at the context's folder.
    private static string Pattern(string path) =>
        string.Concat(path.TrimEnd('/').Select(x => x is '*' or '?' or '[' or ']' or '\\' or '!' or '#' ? $"\\{x}" : $"{x}"));
}
