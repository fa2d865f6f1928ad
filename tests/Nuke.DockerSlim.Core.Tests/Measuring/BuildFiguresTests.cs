using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Measuring;

public sealed class BuildFiguresTests
{
    private static readonly Vertex Install = Samples.Step("[deps 2/2] RUN npm ci");

    private static Interval At(int second) =>
        new(DateTimeOffset.UnixEpoch.AddSeconds(second), DateTimeOffset.UnixEpoch.AddSeconds(second + 1));

    private static readonly Vertex Copy = Samples.Step("[production 2/2] COPY . .");

    [Fact]
    public void Counts_milliseconds_and_steps()
    {
        var figures = BuildFigures.From(
            Samples.Outcome(BuildScenario.Cold, Install, Copy, Samples.Step("[deps 1/2] FROM node:20", cached: true))
        );
        Assert.Equal((1_500, 2, 0, null), (figures.Milliseconds, figures.Steps, figures.CachedSteps, figures.Void));
    }

    [Fact]
    public void A_cold_build_that_met_a_cache_is_none() =>
        Assert.Equal(
            "not cold: 1 of 2 steps came from a cache, the first is RUN npm ci",
            BuildFigures.From(Samples.Outcome(BuildScenario.Cold, Install with { Cached = true }, Copy)).Void
        );

    [Fact]
    public void A_warm_build_that_ran_a_step_again_is_none() =>
        Assert.Equal(
            "not warm: 1 of 2 steps ran again, the first is COPY . .; what it copies changed meanwhile, perhaps by the build itself",
            BuildFigures.From(Samples.Outcome(BuildScenario.Warm, Install with { Cached = true }, Copy)).Void
        );

    [Fact]
    public void A_build_of_a_fresh_machine_that_ran_a_step_says_whether_the_cache_was_there()
    {
        var cached = Install with { Cached = true };
        Assert.Null(BuildFigures.From(Samples.Outcome(BuildScenario.Ci, cached)).Void);
        Assert.Equal(
            "not ci: 1 of 2 steps ran, the first is COPY . .; the cache that was read does not have its result",
            BuildFigures.From(Samples.Outcome(BuildScenario.Ci, cached, Copy)).Void
        );
        var missing = Samples.Step("importing cache manifest from acme/cache:shop") with { Error = "acme/cache:shop: not found" };
        Assert.Equal(
            "not ci: 1 of 1 steps ran, the first is COPY . .; importing cache manifest from acme/cache:shop: acme/cache:shop: not found",
            BuildFigures.From(Samples.Outcome(BuildScenario.Ci, missing, Copy)).Void
        );
    }

    [Fact]
    public void The_first_is_the_one_that_ran_first_wherever_it_stands()
    {
        var late = Samples.Step("[production 2/2] COPY --from=builder /app /app") with { Intervals = [At(5)] };
        var early = Samples.Step("[builder 2/2] RUN make") with { Intervals = [At(2)] };
        Assert.Contains("the first is RUN make; its result", BuildFigures.From(Samples.Outcome(BuildScenario.Warm, late, early)).Void);
        Assert.EndsWith("out of another stage differently", BuildFigures.From(Samples.Outcome(BuildScenario.Warm, late)).Void);
    }

    [Fact]
    public void The_step_is_named_with_its_line_where_it_is_known()
    {
        var outcome = Samples.Outcome(BuildScenario.Warm, Copy) with
        {
            Metadata = new() { VertexLines = new Dictionary<string, int> { [Copy.Id] = 7 } },
        };
        Assert.Contains("the first is line 7, COPY . .; ", BuildFigures.From(outcome).Void);
    }

    [Fact]
    public void A_long_instruction_is_cut() =>
        Assert.EndsWith(
            $"the first is RUN {new string('x', 53)}...; its result was not kept, or was pruned meanwhile",
            BuildFigures.From(Samples.Outcome(BuildScenario.Warm, Samples.Step("[a 1/1] RUN " + new string('x', 100)))).Void
        );

    [Theory]
    [InlineData(BuildScenario.Edited)]
    [InlineData(BuildScenario.DependencyEdited)]
    public void A_build_after_an_edit_that_ran_nothing_is_none(BuildScenario scenario)
    {
        Assert.Equal(
            "not edited: all 2 steps came from the cache, so the changed file reached none of them",
            BuildFigures.From(Samples.Outcome(scenario, Install with { Cached = true }, Copy with { Cached = true })).Void
        );
        Assert.Null(BuildFigures.From(Samples.Outcome(scenario, Install with { Cached = true }, Copy)).Void);
    }

    [Theory]
    [InlineData(BuildScenario.Test)]
    [InlineData(BuildScenario.Release)]
    public void Other_builds_may_take_from_the_cache_what_they_like(BuildScenario scenario)
    {
        var figures = BuildFigures.From(Samples.Outcome(scenario, Install with { Cached = true }, Copy));
        Assert.Equal((null, 1), (figures.Void, figures.CachedSteps));
    }

    [Fact]
    public void A_Dockerfile_without_steps_is_cold_and_warm() => Assert.Null(BuildFigures.From(Samples.Outcome(BuildScenario.Warm)).Void);
}
