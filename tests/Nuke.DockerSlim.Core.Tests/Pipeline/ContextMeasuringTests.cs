using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Contexts;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class ContextMeasuringTests : PipelineTest
{
    private string? _production = new ProvenanceFile().Context("package.json src").Copy(2, "/package.json /src").ToJson();
    private string? _test = new ProvenanceFile().Context("src tests").Copy(4, "/src /tests").ToJson();

    public ContextMeasuringTests()
    {
        // Apart from the folder of the image's results.
        Take(Work.Target.Definition with { BuildContext = "context" });
        Ports.Build = step =>
            FakePorts.Good(step) with
            {
                MetadataText = step.Scenario == BuildScenario.Test ? _test : _production,
                Metadata = BuildMetadata.Empty with { Dockerfile = Dockerfile.Parse("FROM scratch AS production", []) },
            };
        Write("Dockerfile", 100);
        Write("package.json", 10);
        Write("src/a.ts", 200);
        Write("tests/b.ts", 300);
        Write("docs/c.md", 4_000);
    }

    [Fact]
    public async Task What_the_builds_of_both_stages_ask_for_is_counted_once()
    {
        await MeasuredAsync();
        var context = Measured.Context!;
        Assert.Equal(["production", "test"], context.Stages);
        Assert.Equal((new ByteSize(510), 3), (context.Content, context.Files));
        Assert.Equal(["tests/b.ts", "src/a.ts", "package.json"], context.Largest.Select(x => x.Path));
        Assert.Equal([new ContextPathFacts("docs/", new(4_000), 1)], context.Unused);
        Assert.Equal((new ByteSize(4_000), 1, ByteSize.Zero), (context.UnusedContent, context.UnusedFiles, context.UnusedSent));
        Assert.Equal((null, 0), (context.Ignored.File, context.Ignored.Files));
        Assert.DoesNotContain(Measured.Findings, x => x.Rule == "context-unused");
    }

    [Fact]
    public async Task What_the_test_stage_takes_counts_for_platforms_that_it_was_not_run_for()
    {
        Take(Work.Target.Definition with { Platforms = ["linux/arm64", "linux/amd64"] });
        Ports.Runnable = ["linux/amd64"];
        var platforms = new PlatformPipeline(Pipeline, Ports);
        await platforms.PlanAsync(Work, default);
        await platforms.BuildAsync(Work, new(), default);
        await platforms.TestAsync(Work, new Progress<string>(), default);
        foreach (var platform in Work.Platforms)
            ContextMeasure.Run(platform, default);
        Assert.All(Work.Platforms, x => Assert.Equal(["docs/"], x.Report.Context!.Unused.Select(y => y.Path)));
    }

    [Fact]
    public async Task A_target_on_its_own_measures_what_an_earlier_one_built()
    {
        await BuildAsync();
        var later = Take(Work.Target.Definition);
        later.Resume();
        await Pipeline.MeasureAsync(later, default);
        Assert.Equal(["production"], Measured.Context!.Stages);
        Assert.Equal(["docs/", "tests/"], Measured.Context.Unused.Select(x => x.Path));
    }

    [Fact]
    public async Task What_an_earlier_run_left_does_not_count()
    {
        await MeasuredAsync();
        (_production, _test) = (null, null);
        await MeasuredAsync();
        Assert.Null(Measured.Context);
    }

    [Fact]
    public async Task A_dockerignore_that_has_changed_since_leaves_it_unknown()
    {
        await BuildAsync();
        File.WriteAllText(InContext(".dockerignore"), "docs");
        await Pipeline.MeasureAsync(Work, default);
        Assert.Null(Measured.Context);
    }

    [Fact]
    public async Task Metadata_that_cannot_be_read_leaves_it_unknown()
    {
        _production = "{";
        await MeasuredAsync();
        Assert.Null(Measured.Context);
    }

    [Fact]
    public async Task Much_that_is_sent_for_nothing_is_a_finding_that_does_not_pile_up()
    {
        Write("docs/c.md", 2_000_000);
        _test = new ProvenanceFile().Context().Copy(4, "/", "docs").ToJson();
        await MeasuredAsync();
        await Pipeline.MeasureAsync(Work, default);
        var finding = Assert.Single(Measured.Findings, x => x.Rule == "context-unused");
        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.Equal(
            "2.0 MB of the build context (1 file) is needed by no line that production and test are made of, "
                + "and 2.0 MB of it is sent to the builder all the same.",
            finding.Message
        );
        Assert.Equal("Add to a new .dockerignore in the build context: docs.", finding.Fix);
    }

    [Fact]
    public async Task The_finding_can_be_switched_off_and_made_an_error()
    {
        Write("docs/c.md", 10_000_000);
        Take(Work.Target.Definition with { IgnoredRules = ["context-unused"] });
        await MeasuredAsync();
        Assert.DoesNotContain(Measured.Findings, x => x.Rule == "context-unused");
        Take(Work.Target.Definition with { IgnoredRules = [], ErrorRules = ["context-unused"] });
        var error = await Assert.ThrowsAsync<BudgetExceededException>(MeasuredAsync);
        Assert.StartsWith("shop: 10.0 MB of the build context (1 file) is needed by no line", error.Message);
        Assert.Contains(Measured.Findings, x => x is { Rule: "context-unused", Severity: FindingSeverity.Error });
    }

    private string InContext(string path) => Path.Combine(Work.Target.ContextDirectory, path);

    private void Write(string path, int bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(InContext(path))!);
        File.WriteAllBytes(InContext(path), new byte[bytes]);
    }
}
