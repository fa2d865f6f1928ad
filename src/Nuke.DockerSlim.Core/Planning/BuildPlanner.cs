using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Planning;

/// <summary>Turns a definition and the stages that its Dockerfile really has into builds.</summary>
public static class BuildPlanner
{
    /// <summary>Plans the builds of an image.</summary>
    /// <param name="target">The image.</param>
    /// <param name="stages">The stages of its Dockerfile.</param>
    /// <exception cref="InputException">A stage does not exist; the message lists those that do.</exception>
    public static BuildPlan Plan(BuildTarget target, IReadOnlyList<DockerfileStage> stages)
    {
        var definition = target.Definition;
        var production =
            Find(stages, definition.ProductionStage) ?? throw Missing(target, stages, "production stage", definition.ProductionStage);
        var test = Find(stages, definition.TestStage);
        if (test is null && !definition.AllowUntested)
            throw Missing(target, stages, "test stage", definition.TestStage);

        BuildScenario[] timed = [.. definition.Scenarios.Distinct()];
        var scenarios = timed.Length > 0 ? timed : [BuildScenario.Release];
        return new BuildPlan(
            [
                .. scenarios.Select(
                    (scenario, i) =>
                        new BuildStep
                        {
                            Scenario = scenario,
                            Stage = production.Name,
                            Reference = target.ProductionReference,
                            ExportsCache = i == scenarios.Length - 1,
                        }
                ),
            ],
            test is null
                ? null
                : new BuildStep
                {
                    Scenario = BuildScenario.Test,
                    Stage = test.Name,
                    // An image is made only where something is to be run in it: making one of a stage full of development tools takes long.
                    Reference = definition.TestCommand is null ? null : target.TestReference,
                    ResultsPath = definition.TestCommand is null ? definition.TestResults : null,
                }
        );
    }

    private static DockerfileStage? Find(IReadOnlyList<DockerfileStage> stages, string name) =>
        stages.LastOrDefault(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static InputException Missing(BuildTarget target, IReadOnlyList<DockerfileStage> stages, string what, string name)
    {
        var known = string.Join(", ", stages.Select(x => $"{x.Name} (line {x.Line})"));
        var option = what == "test stage" ? "--test-stage NAME, or --allow-untested if this image has no tests" : "--production-stage NAME";
        return new InputException(
            $"{target.DockerfilePath} has no {what} '{name}'; it has {(known.Length == 0 ? "no named stages" : known)}. Name the stage with {option}."
        );
    }
}
