using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Previewing;

/// <summary>The builds that a run would start: the plan's own, with the arguments that they would have.</summary>
/// <param name="target">The image.</param>
/// <param name="scope">What of the run is shown.</param>
internal sealed class BuildPreview(BuildTarget target, PreviewScope scope)
{
    private const string Metadata = "metadata.json";

    /// <summary>What asks the builder for its checks.</summary>
    public PreviewStep Lint(IReadOnlyList<string> notes) =>
        new("LintImage")
        {
            Commands = [new("the builder's own checks", BuildxArguments.Check(target), BuildxArguments.QuestionVariables)],
            Notes = notes,
        };

    /// <summary>The production builds.</summary>
    /// <param name="plan">The plan.</param>
    public PreviewStep Production(BuildPlan plan)
    {
        var commands = new List<PreviewCommand>
        {
            new("which stages there are", BuildxArguments.ListStages(target), BuildxArguments.QuestionVariables),
        };
        var isPrimed = false;
        foreach (var steps in plan.Production.GroupBy(x => x))
        {
            var step = steps.Key;
            if (step.IsEdited && !isPrimed)
            {
                var priming = step.ForPriming(Copy);
                commands.Add(Build("a copy of the build context, before the first edit", Copy, priming));
                isPrimed = true;
            }
            var times = steps.Count() == 1 ? "" : $", {steps.Count()} times";
            commands.Add(Build(Purpose(step) + times, step.IsEdited ? Copy : target, step));
        }
        if (plan.CacheExport is { } export)
            commands.Add(Build("the cache, from what the builder holds", target, export));
        if (plan.Ci is { } ci)
            commands.AddRange(Ci(ci));
        return new PreviewStep("BuildImage") { Commands = commands, Notes = [.. Notes()] };
    }

    /// <summary>The build of the test stage.</summary>
    /// <param name="plan">The plan.</param>
    public PreviewStep Tests(BuildPlan plan)
    {
        if (plan.Test is not { } step)
            return new PreviewStep("TestImage")
            {
                Notes = [$"Nothing: there is no stage '{target.Definition.TestStage}', and --allow-untested is set."],
            };
        var results = step.ResultsPath is null ? null : ResultsExport.In(target, scope.BuildFolder);
        return new PreviewStep("TestImage")
        {
            Commands = [Build($"the stage '{step.Stage}' from whatever the cache holds", target, step, results)],
            Notes = [.. TestNotes(step)],
        };
    }

    private BuildTarget Copy => target.InCopy(Path.Combine(scope.EditedFolder, "context"), Path.Combine(scope.EditedFolder, "layout"));

    private PreviewCommand Build(string purpose, BuildTarget of, BuildStep step, ResultsExport? results = null) =>
        new(purpose, BuildxArguments.Build(of, step, Path.Combine(scope.BuildFolder, Metadata), results), BuildxArguments.BuildVariables);

    private IEnumerable<PreviewCommand> Ci(BuildStep step)
    {
        var named = target.Definition.FreshBuilder;
        var name = named ?? FreshBuilderArguments.Prefix + "RUN";
        var of = target with
        {
            LayoutDirectory = Path.Combine(scope.CiFolder, "layout"),
            Definition = target.Definition with { BuildxBuilder = name },
        };
        var none = new Dictionary<string, string?>();
        if (named is null)
            yield return new("a builder that holds nothing", FreshBuilderArguments.Create(name), none);
        else
            yield return new("whether the builder holds nothing", FreshBuilderArguments.Records(name), none);
        yield return Build("ci: in that builder, from the caches that are read", of, step);
        if (named is null)
            yield return new("the builder is taken away", FreshBuilderArguments.Remove(name), none);
    }

    private static string Purpose(BuildStep step) =>
        step.Scenario switch
        {
            BuildScenario.Cold => "cold: without the layer cache",
            BuildScenario.Warm => "warm: the same again",
            BuildScenario.Edited => "edited: after a change to a source file of the copy",
            BuildScenario.DependencyEdited => "dependency-edited: after a change to a lock or manifest file of the copy",
            _ => "from whatever the cache holds",
        };

    private IEnumerable<string> Notes()
    {
        var definition = target.Definition;
        if (definition.BaselineRef is { } revision)
            yield return $"{revision} is built in turn with it, from a copy of its files.";
        if (
            definition.MaxBuildRounds is not 1
            && definition.BudgetFor(definition.OnlyPlatform?.Value)
                is { ColdBuild: not null }
                    or { WarmBuild: not null }
                    or { EditedBuild: not null }
        )
            yield return "A build is run again where its time is too near to a limit for one round to decide.";
        if (target.LayoutDirectory is not null)
            yield return $"The builder '{definition.BuildxBuilder ?? "that is chosen"}' is asked for its driver first; should it work in the engine, --load stands for --output.";
    }

    private IEnumerable<string> TestNotes(BuildStep step)
    {
        var definition = target.Definition;
        if (definition.TestCommand is { } command)
            yield return $"In a container of {step.Reference}, which is taken away after it: /bin/sh -c {CommandText.Quote(command)}";
        if (definition.TestResults is { } results)
            yield return $"Test results are read from {results} of the stage.";
        if (target.PlatformOfSeveral is not null)
            yield return "Of several platforms one is tested, which the builder's machine can run: it is asked (docker buildx inspect).";
    }
}
