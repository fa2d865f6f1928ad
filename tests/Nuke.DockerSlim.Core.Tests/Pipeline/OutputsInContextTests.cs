using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Contexts;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>Builds whose context holds the folders that the run writes to; here <c>shop</c> and <c>.nuke/temp</c>.</summary>
public sealed class OutputsInContextTests : PipelineTest
{
    private const string Rule = "outputs-in-context";

    public OutputsInContextTests() => Provenance(new ProvenanceFile().Context().Copy(3, "/"));

    [Fact]
    public async Task A_line_that_takes_in_what_a_run_writes_is_named_with_what_to_ignore()
    {
        await MeasuredAsync();
        var finding = Assert.Single(Measured.Findings, x => x.Rule == Rule);
        Assert.Equal((FindingSeverity.Warning, "Dockerfile", 3), (finding.Severity, finding.File, finding.Line));
        Assert.Equal(
            "shop/slim-report.json and .nuke are taken in, and every run writes there: no build finds the files of the one before it, "
                + "so a warm build is not warm, and what is measured changes with every run.",
            finding.Message
        );
        Assert.Equal("Add to a new .dockerignore in the build context: shop/slim-report.json, .nuke", finding.Fix);
    }

    [Fact]
    public async Task It_is_said_once_however_often_a_run_is_made()
    {
        await MeasuredAsync();
        await MeasuredAsync();
        Assert.Single(Measured.Findings, x => x.Rule == Rule);
    }

    [Fact]
    public async Task What_is_ignored_is_not_taken_in()
    {
        await File.WriteAllTextAsync(Path.Combine(Context, ".dockerignore"), "shop\n");
        Provenance(new ProvenanceFile().Context(ignored: "shop").Copy(3, "/"));
        await BuildAsync();
        Assert.Equal("Add to .dockerignore: .nuke", Assert.Single(Measured.Findings).Fix);
        Provenance(new ProvenanceFile().Context(ignored: "shop .nuke/temp").Copy(3, "/"));
        await BuildAsync();
        Assert.Empty(Measured.Findings);
    }

    [Fact]
    public async Task Lines_that_take_in_other_folders_are_good()
    {
        Provenance(new ProvenanceFile().Context("src package.json").Copy(3, "/src /package.json").Copy(4, "/", exclude: "shop .nuke"));
        await BuildAsync();
        Assert.Empty(Measured.Findings);
    }

    [Fact]
    public async Task A_context_below_the_root_folder_holds_none_of_them()
    {
        Directory.CreateDirectory(Path.Combine(Context, "app"));
        Take(Work.Target.Definition with { BuildContext = "app", Dockerfile = "Dockerfile" });
        await BuildAsync();
        Assert.Empty(Measured.Findings);
    }

    [Fact]
    public async Task It_can_be_switched_off_and_made_an_error()
    {
        Take(Work.Target.Definition with { IgnoredRules = [Rule] });
        await BuildAsync();
        Assert.Empty(Measured.Findings);
        Take(Work.Target.Definition with { IgnoredRules = [], ErrorRules = [Rule] });
        var error = await Assert.ThrowsAsync<BudgetExceededException>(BuildAsync);
        Assert.StartsWith("shop: shop/slim-report.json and .nuke are taken in", error.Message);
        Assert.Contains(Measured.Findings, x => x is { Rule: Rule, Severity: FindingSeverity.Error });
    }

    private void Provenance(ProvenanceFile file) => Ports.Build = step => FakePorts.Good(step) with { MetadataText = file.ToJson() };
}
