using System.Globalization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The row of the build context in the table of measures.</summary>
internal static class ConsoleContext
{
    // Below, no one gains by hearing of it.
    private static readonly ByteSize WorthTelling = new(100_000);
    private const int Most = 3;

    /// <summary>The row; none where the context was not measured.</summary>
    /// <param name="facts">The context; null when it was not measured.</param>
    public static IEnumerable<ConsoleMeasure> Of(ContextFacts? facts) =>
        facts is null ? [] : [new("build context", facts.Content.Text) { Detail = Files(facts.Files), Note = Unused(facts) }];

    private static string Unused(ContextFacts facts)
    {
        if (facts.UnusedContent < WorthTelling)
            return "";
        var largest = facts.Unused.Take(Most).Select(x => $"{UntrustedText.OneLine(x.Path)} {x.Content.Text}");
        var more = facts.UnusedFiles > facts.Unused.Take(Most).Sum(x => x.Files) ? ", ..." : "";
        var sent = facts.UnusedSent >= WorthTelling ? $", {facts.UnusedSent.Text} of it sent" : "";
        return $"{facts.UnusedContent.Text} that no line needs{sent}: {string.Join(", ", largest)}{more}";
    }

    private static string Files(int files) => files == 1 ? "1 file" : $"{files.ToString("N0", CultureInfo.InvariantCulture)} files";
}
