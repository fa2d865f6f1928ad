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
        var production = RequireBuildable(
            target,
            Find(stages, definition.ProductionStage) ?? throw Missing(target, stages, "production stage", definition.ProductionStage)
        );
        var test = Find(stages, definition.TestStage);
        if (test is null && !definition.AllowUntested)
            throw Missing(target, stages, "test stage", definition.TestStage);

        return new BuildPlan(
            ProductionSteps(target, production),
            test is null
                ? null
                : new BuildStep
                {
                    Scenario = BuildScenario.Test,
                    Stage = test.Name,
                    IsUnnamed = RequireBuildable(target, test).IsUnnamed,
                    // An image is made only where something is to be run in it: making one of a stage full of development tools takes long.
                    Reference = definition.TestCommand is null ? null : target.TestReference,
                    ResultsPath = definition.TestCommand is null ? definition.TestResults : null,
                }
        )
        {
            CacheExport = BuildxArguments.CachesBesideTheImage(definition).Any()
                ? new BuildStep
                {
                    Scenario = BuildScenario.CacheExport,
                    Stage = production.Name,
                    IsUnnamed = production.IsUnnamed,
                }
                : null,
            Ci = definition.Scenarios.Contains(BuildScenario.Ci)
                ? new BuildStep
                {
                    Scenario = BuildScenario.Ci,
                    Stage = production.Name,
                    IsUnnamed = production.IsUnnamed,
                    Reference = target.ProductionReference,
                }
                : null,
        };
    }

    /// <summary>
    /// Round after round, each in the order of the scenarios: what slows the machine for a while then slows all of them, and a warm build always finds
    /// what a cold one left. The image that stays is that of the last build without an edit.
    /// </summary>
    private static IReadOnlyList<BuildStep> ProductionSteps(BuildTarget target, DockerfileStage stage)
    {
        BuildScenario[] timed = [.. target.Definition.Scenarios.Distinct().Where(x => x != BuildScenario.Ci)];
        List<BuildScenario> scenarios = [.. Enumerable.Repeat(timed, target.Definition.BuildRounds).SelectMany(x => x)];
        // What is edited has to be there first, and an image with an edit in it is nobody's.
        if (timed is not [BuildScenario.Cold or BuildScenario.Warm, ..])
            scenarios.Insert(0, BuildScenario.Release);
        return
        [
            .. scenarios.Select(x => new BuildStep
            {
                Scenario = x,
                Stage = stage.Name,
                IsUnnamed = stage.IsUnnamed,
                Reference = x is BuildScenario.Edited or BuildScenario.DependencyEdited
                    ? target.EditedReference
                    : target.ProductionReference,
            }),
        ];
    }

    private static DockerfileStage RequireBuildable(BuildTarget target, DockerfileStage stage) =>
        stage is { IsUnnamed: true, IsDefault: false }
            ? throw new InputException(
                $"{target.DockerfilePath}:{stage.Line}: stage {stage.Name} has no name, and builders make a stage without one only when it is the last; name it (FROM ... AS NAME)."
            )
            : stage;

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
