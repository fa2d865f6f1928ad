using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class ConsoleFindingsTests
{
    [Fact]
    public void Many_of_one_rule_and_line_are_shown_by_the_largest()
    {
        var text = Text([.. Enumerable.Range(1, 16).Select(x => Cache(x, FindingSeverity.Warning)), Root]);

        Assert.Equal(2, Count(text, "[residue-python-cache]"));
        Assert.True(text.IndexOf("cache 16", StringComparison.Ordinal) < text.IndexOf("cache 15", StringComparison.Ordinal));
        Assert.Contains("           and 14 more like it, 105.0 kB together, in the report\n", text);
        Assert.Contains("runs as root", text);
    }

    [Fact]
    public void Three_of_them_are_shown_as_they_are_and_errors_always()
    {
        Assert.Equal(3, Count(Text([.. Enumerable.Range(1, 3).Select(x => Cache(x, FindingSeverity.Warning))]), "[residue-python-cache]"));
        Assert.Equal(9, Count(Text([.. Enumerable.Range(1, 9).Select(x => Cache(x, FindingSeverity.Error))]), "[residue-python-cache]"));
    }

    [Fact]
    public void Those_of_other_lines_are_others() =>
        Assert.Equal(
            8,
            Count(
                Text([.. Enumerable.Range(1, 8).Select(x => Cache(x, FindingSeverity.Warning) with { Line = x })]),
                "[residue-python-cache]"
            )
        );

    private static Finding Root { get; } =
        new()
        {
            Rule = "root-user",
            Severity = FindingSeverity.Warning,
            Message = "the image runs as root",
        };

    private static Finding Cache(int number, FindingSeverity severity) =>
        new()
        {
            Rule = "residue-python-cache",
            Severity = severity,
            Message = $"Python cache {number}",
            Line = 4,
            Saving = new(1_000 * number),
        };

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    private static string Text(Finding[] findings)
    {
        using var writer = new StringWriter();
        ConsoleFindings.Write(findings, new ConsoleLines(writer, new ConsoleStyle()));
        return writer.ToString();
    }
}
