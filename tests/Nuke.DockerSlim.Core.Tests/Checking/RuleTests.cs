using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Checking;

/// <summary>Every rule against its fixtures: what it must find, what it must not, and that it can be told to be silent.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Rules => [.. DockerfileRules.All.Select(x => x.Id)];

    public static TheoryData<string, string> Bad => Named(x => x.IsBad);

    public static TheoryData<string, string> Good => Named(x => !x.IsBad);

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_has_a_bad_and_a_good_fixture_and_a_page(string rule)
    {
        Assert.Contains(RuleFixture.All, x => x.Rule == rule && x.IsBad);
        Assert.Contains(RuleFixture.All, x => x.Rule == rule && !x.IsBad);
        Assert.Contains(
            $"## {rule}\n",
            File.ReadAllText(Path.Combine(Recordings.RepositoryRoot, "docs", "rules.md")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Names_are_unlike_and_no_fixture_is_of_no_rule()
    {
        var rules = DockerfileRules.All.Select(x => x.Id).ToArray();

        Assert.Equal(rules.Length, rules.Distinct().Count());
        Assert.Subset(rules.ToHashSet(), RuleFixture.All.Select(x => x.Rule).ToHashSet());
    }

    [Theory, MemberData(nameof(Bad))]
    public void It_finds_each_place(string rule, string name)
    {
        var fixture = RuleFixture.All.Single(x => x.Rule == rule && x.Name == name);

        var findings = Findings(rule, fixture.Text, fixture.Context);

        Assert.Equal(fixture.Hits, findings.Where(x => x.File == "Dockerfile").Select(x => x.Line ?? 0).Order());
        Assert.Equal(fixture.Elsewhere?.Count ?? 0, findings.Count(x => x.File == fixture.Elsewhere?.File));
        Assert.All(findings, x => Assert.True(x.Message.EndsWith('.') && x.Fix is { Length: > 0 }, $"{x.Message} | {x.Fix}"));
    }

    [Theory, MemberData(nameof(Good))]
    public void It_raises_no_false_alarm(string rule, string name)
    {
        var fixture = RuleFixture.All.Single(x => x.Rule == rule && x.Name == name);

        Assert.Empty(Findings(rule, fixture.Text, fixture.Context));
    }

    [Theory, MemberData(nameof(Bad))]
    public void A_comment_above_the_instruction_silences_it(string rule, string name)
    {
        var fixture = RuleFixture.All.Single(x => x.Rule == rule && x.Name == name);
        var instructions = Dockerfile.Parse(fixture.Text, []).Instructions;
        var lines = fixture.Lines.ToList();
        foreach (
            var first in fixture
                .Hits.Select(x => instructions.Single(y => y.FirstLine <= x && x <= y.LastLine).FirstLine)
                .Distinct()
                .OrderDescending()
        )
            lines.Insert(first - 1, $"# slim ignore=other,{rule}");

        Assert.DoesNotContain(Findings(rule, string.Join('\n', lines), fixture.Context), x => x.File == "Dockerfile");
    }

    [Theory, MemberData(nameof(Bad))]
    public void It_can_be_switched_off_and_raised_by_name(string rule, string name)
    {
        var fixture = RuleFixture.All.Single(x => x.Rule == rule && x.Name == name);
        var file = RuleFixture.Parse(fixture.Text, fixture.Context);

        Assert.DoesNotContain(DockerfileCheck.Run(file, "Dockerfile", new RuleSettings([rule], [])), x => x.Rule == rule);
        Assert.All(
            DockerfileCheck.Run(file, "Dockerfile", new RuleSettings([], [rule])).Where(x => x.Rule == rule),
            x => Assert.Equal(FindingSeverity.Error, x.Severity)
        );
    }

    private static TheoryData<string, string> Named(Func<RuleFixture, bool> isWanted)
    {
        var data = new TheoryData<string, string>();
        foreach (var fixture in RuleFixture.All.Where(isWanted))
            data.Add(fixture.Rule, fixture.Name);
        return data;
    }

    private static Finding[] Findings(string rule, string text, CheckedContext? context) =>
        [.. DockerfileCheck.Run(RuleFixture.Parse(text, context), "Dockerfile", RuleSettings.Default).Where(x => x.Rule == rule)];
}
