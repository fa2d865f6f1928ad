using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Building;

/// <summary>Builds of samples/orders-api as real engines told them.</summary>
public sealed class RecordedBuildTests
{
    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void A_cold_build_ran_every_step(string store)
    {
        var trace = Recordings.Trace($"{store}/cold-production");
        Assert.Equivalent(
            new[]
            {
                "COPY package.json package-lock.json .npmrc ./",
                "RUN --mount=type=cache,target=/root/.npm npm ci",
                "COPY tsconfig.json tsconfig.build.json ./",
                "COPY src ./src",
                "RUN npm run build",
                "RUN npm prune --omit=dev",
                "COPY --from=builder /app/package.json ./",
                "COPY --from=builder /app/node_modules ./node_modules",
                "COPY --from=builder /app/dist ./dist",
            },
            trace.Steps.Select(x => x.Instruction),
            strict: true
        );
        Assert.All(trace.Steps, x => Assert.False(x.Cached));
        Assert.All(trace.Steps, x => Assert.True(x.Duration > TimeSpan.Zero));
        Assert.Equal(["builder", "deps", "production"], trace.Steps.Select(x => x.Stage).Distinct().Order());
    }

    [Theory]
    [InlineData("classic/warm-production")]
    [InlineData("containerd/warm-production")]
    [InlineData("classic/warm-test")]
    [InlineData("containerd/warm-test")]
    public void A_warm_build_ran_none(string recording)
    {
        var trace = Recordings.Trace(recording);
        Assert.NotEmpty(trace.Steps);
        Assert.All(trace.Steps, x => Assert.True(x.Cached));
        Assert.Null(trace.Failed);
    }

    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void A_build_after_an_edit_ran_what_the_edit_reached(string store)
    {
        var ran = Recordings.Trace($"{store}/edited-production").Steps.Where(x => !x.Cached).Select(x => x.Instruction);
        Assert.Contains("COPY src ./src", ran);
        Assert.DoesNotContain("RUN --mount=type=cache,target=/root/.npm npm ci", ran);
    }

    [Fact]
    public void A_local_source_ran_in_more_than_one_interval()
    {
        var context = Recordings.Trace("classic/cold-production").Vertices.First(x => x.Name == "[internal] load build context");
        Assert.True(context.Intervals.Count > 1);
        Assert.True(context.Duration <= context.Intervals.Max(x => x.End) - context.Intervals.Min(x => x.Start));
    }

    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void The_stages_are_those_of_the_Dockerfile(string store) =>
        Assert.Equal(
            [
                new DockerfileStage("deps", "${NODE_IMAGE}", 4, false),
                new("test", "deps", 10, false),
                new("builder", "deps", 18, false),
                new("production", "${NODE_IMAGE}", 24, true),
            ],
            SubrequestReader.Stages(Recordings.Output($"{store}/call-targets"))
        );

    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void The_figures_of_recorded_builds_are_cold_and_warm(string store)
    {
        var cold = BuildFigures.From(Outcome(BuildScenario.Cold, $"{store}/cold-production"));
        Assert.Equal((9, 0, null), (cold.Steps, cold.CachedSteps, cold.Void));
        var warm = BuildFigures.From(Outcome(BuildScenario.Warm, $"{store}/warm-production"));
        Assert.Equal((9, 9, null), (warm.Steps, warm.CachedSteps, warm.Void));
    }

    private static BuildOutcome Outcome(BuildScenario scenario, string recording) =>
        new()
        {
            Scenario = scenario,
            WallClock = TimeSpan.FromSeconds(1),
            Trace = Recordings.Trace(recording),
            Metadata = Recordings.Metadata(recording),
        };
}
