using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Planning;

public sealed class BuildPlannerTests
{
    [Fact]
    public void Plans_cold_then_warm_then_edited_then_the_tests()
    {
        var plan = Plan(Targets.Shop);
        Assert.Equal([BuildScenario.Cold, BuildScenario.Warm, BuildScenario.Edited], plan.Production.Select(x => x.Scenario));
        Assert.All(plan.Production, x => Assert.Equal("production", x.Stage));
        Assert.Equal(
            ["ghcr.io/acme/shop:dockerslim", "ghcr.io/acme/shop:dockerslim", "ghcr.io/acme/shop:dockerslim-edited"],
            plan.Production.Select(x => x.Reference)
        );
        Assert.Equal([true, false, false], plan.Production.Select(x => x.WithoutCache));
        Assert.Equal((BuildScenario.Test, "test"), (plan.Test!.Scenario, plan.Test.Stage));
    }

    [Fact]
    public void A_cache_is_written_by_a_build_of_its_own_which_makes_no_image()
    {
        var plan = Plan(Targets.Shop with { CacheTo = ["type=registry,ref=acme/cache", "type=inline"] });
        Assert.All(plan.Production.Append(plan.Test!), x => Assert.False(x.ExportsCache));
        Assert.Equal(("production", null, true), (plan.CacheExport!.Stage, plan.CacheExport.Reference, plan.CacheExport.ExportsCache));
        Assert.False(plan.CacheExport.WithoutCache);
    }

    [Theory]
    [InlineData]
    [InlineData("type=inline")]
    public void Where_none_is_written_beside_the_image_there_is_no_such_build(params string[] caches) =>
        Assert.Null(Plan(Targets.Shop with { CacheTo = caches }).CacheExport);

    [Fact]
    public void A_fresh_machine_is_timed_behind_all_others_and_by_the_plan_of_none()
    {
        var plan = Plan(Targets.Shop with { Scenarios = [BuildScenario.Ci, BuildScenario.Warm] });
        Assert.Equal([BuildScenario.Warm], plan.Production.Select(x => x.Scenario));
        Assert.Equal(
            (BuildScenario.Ci, "production", "ghcr.io/acme/shop:dockerslim"),
            (plan.Ci!.Scenario, plan.Ci.Stage, plan.Ci.Reference)
        );
        Assert.Equal(
            [BuildScenario.Release],
            Plan(Targets.Shop with { Scenarios = [BuildScenario.Ci] }).Production.Select(x => x.Scenario)
        );
        Assert.Null(Plan(Targets.Shop).Ci);
    }

    [Fact]
    public void Times_only_what_is_asked_for_and_nothing_twice()
    {
        Assert.Equal([BuildScenario.Warm], Scenarios(BuildScenario.Warm));
        Assert.Equal([BuildScenario.Warm, BuildScenario.Cold], Scenarios(BuildScenario.Warm, BuildScenario.Cold, BuildScenario.Warm));
    }

    [Fact]
    public void Rounds_are_planned_in_turn()
    {
        var steps = Plan(Targets.Shop with { BuildRounds = 2 }).Production;
        BuildScenario[] round = [BuildScenario.Cold, BuildScenario.Warm, BuildScenario.Edited];
        Assert.Equal([.. round, .. round], steps.Select(x => x.Scenario));
        Assert.Equal(
            [BuildScenario.Release],
            Plan(Targets.Shop with { BuildRounds = 2, Scenarios = [] }).Production.Select(x => x.Scenario)
        );
    }

    [Theory]
    [InlineData(BuildScenario.Edited)]
    [InlineData(BuildScenario.DependencyEdited)]
    public void An_edit_needs_the_image_as_it_is_first(BuildScenario edited)
    {
        Assert.Equal([BuildScenario.Release, edited], Scenarios(edited));
        Assert.Equal([BuildScenario.Release, edited, BuildScenario.Warm], Scenarios(edited, BuildScenario.Warm));
    }

    [Fact]
    public void Makes_the_image_all_the_same_where_nothing_is_timed() => Assert.Equal([BuildScenario.Release], Scenarios());

    [Fact]
    public void Stages_are_found_without_regard_to_case_and_named_as_the_Dockerfile_does()
    {
        var plan = Plan(Targets.Shop with { ProductionStage = "PRODUCTION", TestStage = "Test" });
        Assert.Equal(("production", "test"), (plan.Production[0].Stage, plan.Test!.Stage));
    }

    [Fact]
    public void The_last_stage_may_go_without_a_name_and_no_other()
    {
        DockerfileStage[] stages = [new("0", "node:20", 3, false), new("1", "node:20", 9, true)];
        var target = Targets.Of(Targets.Shop with { ProductionStage = "1", AllowUntested = true });

        var step = BuildPlanner.Plan(target, stages).Production[0];
        Assert.DoesNotContain("--target", BuildxArguments.Build(target, step, "m.json"));

        var other = Targets.Of(Targets.Shop with { ProductionStage = "0", AllowUntested = true });
        Assert.Contains(
            ":3: stage 0 has no name",
            Assert.Throws<InputException>(() => BuildPlanner.Plan(other, stages)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_missing_production_stage_lists_those_that_exist() =>
        Assert.Equal(
            "/repo/src/shop/Dockerfile has no production stage 'final'; it has deps (line 4), test (line 10), builder (line 18), production (line 24). "
                + "Name the stage with --production-stage NAME.",
            Assert.Throws<InputException>(() => Plan(Targets.Shop with { ProductionStage = "final" })).Message
        );

    [Fact]
    public void A_missing_test_stage_says_how_to_do_without() =>
        Assert.EndsWith(
            "Name the stage with --test-stage NAME, or --allow-untested if this image has no tests.",
            Assert.Throws<InputException>(() => Plan(Targets.Shop with { TestStage = "verify" })).Message
        );

    [Fact]
    public void A_Dockerfile_without_stages_is_told_so() =>
        Assert.Contains(
            "it has no named stages.",
            Assert.Throws<InputException>(() => BuildPlanner.Plan(Targets.Of(Targets.Shop), [])).Message
        );

    [Fact]
    public void An_image_without_tests_is_planned_where_that_is_allowed() =>
        Assert.Null(Plan(Targets.Shop with { TestStage = "verify", AllowUntested = true }).Test);

    [Fact]
    public void Allowing_untested_images_does_not_skip_tests_that_exist() =>
        Assert.NotNull(Plan(Targets.Shop with { AllowUntested = true }).Test);

    [Fact]
    public void The_test_stage_becomes_an_image_only_where_a_command_runs_in_it()
    {
        var steps = Plan(Targets.Shop with { TestResults = "/out" }).Test!;
        Assert.Equal((null, "/out"), (steps.Reference, steps.ResultsPath));
        var command = Plan(Targets.Shop with { TestResults = "/out", TestCommand = "npm test" }).Test!;
        Assert.Equal(("ghcr.io/acme/shop:dockerslim-test", null), (command.Reference, command.ResultsPath));
    }

    [Fact]
    public void Unnamed_stages_go_by_their_number()
    {
        var plan = BuildPlanner.Plan(
            Targets.Of(Targets.Shop with { ProductionStage = "1", TestStage = "test" }),
            [new("test", "node:20", 1, false), new("1", "node:20", 5, true)]
        );
        var stage = plan.Production[0].Stage;
        Assert.Equal("1", stage);
        Assert.True(DockerfileStage.IsSame("stage-1", stage));
        Assert.False(DockerfileStage.IsSame("stage-0", stage));
        Assert.False(DockerfileStage.IsSame(null, stage));
    }

    private static BuildPlan Plan(ImageDefinition definition) => BuildPlanner.Plan(Targets.Of(definition), Targets.Stages);

    private static IEnumerable<BuildScenario> Scenarios(params BuildScenario[] scenarios) =>
        Plan(Targets.Shop with { Scenarios = scenarios }).Production.Select(x => x.Scenario);
}
