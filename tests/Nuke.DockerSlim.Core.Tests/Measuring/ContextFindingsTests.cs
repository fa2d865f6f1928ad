using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Measuring;

public sealed class ContextFindingsTests
{
    [Theory]
    [InlineData(999_999, 999_999, null)]
    [InlineData(1_000_000, 1_000_000, FindingSeverity.Warning)]
    [InlineData(9_999_999, 999_999, null)]
    [InlineData(10_000_000, 0, FindingSeverity.Info)]
    [InlineData(10_000_000, 1_000_000, FindingSeverity.Warning)]
    public void Only_much_is_worth_a_finding(long unused, long sent, FindingSeverity? severity) =>
        Assert.Equal(severity, ContextFindings.Unused(Facts(unused, sent, "a"), RuleSettings.Default)?.Severity);

    [Fact]
    public void What_is_not_sent_is_said_so()
    {
        var finding = ContextFindings.Unused(Facts(12_000_000, 0, "docs/", "a", "b", "c", "d", "e"), RuleSettings.Default)!;
        Assert.Equal(
            "12.0 MB of the build context (6 files) are needed by no line that production is made of; it is not sent, "
                + "but the first line that copies a folder above it takes it along.",
            finding.Message
        );
        Assert.Equal("sub/.dockerignore", finding.File);
        Assert.Equal("Add to it: docs, a, b, c, d, ...", finding.Fix);
    }

    [Fact]
    public void The_fix_is_read_as_the_very_path() =>
        Assert.EndsWith(
            @"Add to it: \[x\], a\*, \!b, \#c, d\\e.",
            ContextFindings.Unused(Facts(10_000_000, 0, "[x]/", "a*", "!b", "#c", @"d\e"), RuleSettings.Default)!.Fix
        );

    private static ContextFacts Facts(long unused, long sent, params string[] paths) =>
        new()
        {
            Stages = ["production"],
            Content = new(1),
            Files = 1,
            UnusedContent = new(unused),
            UnusedFiles = paths.Length,
            UnusedSent = new(sent),
            Unused = [.. paths.Select(x => new ContextPathFacts(x, new ByteSize(1), 1))],
            Ignored = new()
            {
                File = "sub/.dockerignore",
                Content = ByteSize.Zero,
                Files = 0,
            },
        };
}
