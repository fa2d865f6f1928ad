using Nuke.DockerSlim.Advising;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Advising;

public sealed class AdviceListTests
{
    [Fact]
    public void Edits_take_the_savings_of_the_findings_that_they_end_and_the_rest_is_advised_by_its_fix()
    {
        var report = new ImageReport
        {
            Findings =
            [
                Finding("residue-npm-cache", 5, "Mount a cache.", 90_000_000),
                Finding("residue-documentation", 2, "Remove it.", 400_000),
                Finding("unpinned-base", 1, "Pin it.", null),
                Finding("unpinned-base", 9, "Pin it.", null),
                Finding("nothing-to-do", 1, null, null),
            ],
            Lines =
            [
                new()
                {
                    Stage = "stage-0",
                    Line = 5,
                    LastLine = 5,
                    Instruction = "RUN npm install",
                    Edited = 21_000,
                },
                new()
                {
                    Stage = "stage-0",
                    Line = 6,
                    LastLine = 6,
                    Instruction = "RUN npm run build",
                    Edited = 5_000,
                },
            ],
        };

        var advice = AdviceList.Of(report, AdvisedSample.Of(AdvisedSample.Naive), _ => "diff");

        Assert.Equal(new ByteSize(90_000_000), advice.First(x => x.Rules.Contains("missing-cache-mount")).Saves);
        Assert.Equal(21_000, advice.Single(x => x.Rules.Contains("source-before-dependencies")).SavesMilliseconds);
        Assert.Equal(["Remove it (line 2)", "Pin it (lines 1, 9)"], advice.Where(x => x.Diff is null).Select(x => x.Title));
        Assert.All(advice, x => Assert.False(x.Measured));
        Assert.Equal(advice.OrderByDescending(x => x.Saves ?? default).Select(x => x.Title), advice.Select(x => x.Title));
    }

    [Fact]
    public void An_image_without_a_Dockerfile_is_advised_by_what_is_in_it() =>
        Assert.Equal(
            ["Remove it (line 2)"],
            AdviceList.Of(new() { Findings = [Finding("residue-documentation", 2, "Remove it.", 1)] }, null, _ => "").Select(x => x.Title)
        );

    private static Finding Finding(string rule, int line, string? fix, long? saving) =>
        new()
        {
            Rule = rule,
            Severity = FindingSeverity.Warning,
            Line = line,
            Message = "It is so.",
            Fix = fix,
            Saving = saving is { } bytes ? new ByteSize(bytes) : null,
        };
}
