using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Starting;

/// <summary>Which stage of a Dockerfile is shipped and which one tests, guessed by names, order and commands; each with its reason.</summary>
/// <param name="Production">The stage that is measured and pushed; its number where it has no name.</param>
/// <param name="ProductionReason">Why, a sentence without its full stop.</param>
/// <param name="Test">The stage that tests; null where none seems to.</param>
/// <param name="TestReason">Why, a sentence without its full stop.</param>
public sealed record StageChoice(string Production, string ProductionReason, string? Test, string TestReason)
{
    private static readonly string[] Shipped = ["production", "prod", "release", "final", "runtime", "runner"];
    private static readonly string[] NotShipped = ["dev", "develop", "development", "debug", "lint", "ci"];

    /// <summary>Chooses.</summary>
    /// <param name="dockerfile">The Dockerfile, with a stage at least.</param>
    /// <returns>The choice; null for a file without a stage.</returns>
    public static StageChoice? Of(Dockerfile dockerfile)
    {
        if (dockerfile.Stages.Count == 0)
            return null;
        var (production, reason) = FindProduction(dockerfile.Stages);
        var (test, testReason) = FindTest(dockerfile.Stages, production);
        return new(Name(production), reason, test is null ? null : Name(test), testReason);
    }

    private static (BuildStage Stage, string Reason) FindProduction(IReadOnlyList<BuildStage> stages)
    {
        if (stages.LastOrDefault(x => Is(x, "production")) is { } named)
            return (named, $"{Place(named)} is called so");
        var last = stages[^1];
        if (!IsTestName(last) && !NotShipped.Any(x => Is(last, x)))
            return (last, $"{Place(last)} is the last one, which docker build makes" + Unnamed(last));
        return stages.LastOrDefault(x => Shipped.Any(y => Is(x, y))) is { } shipped
            ? (shipped, $"{Place(shipped)}, by its name; the last one, {Place(last)}, is not what is shipped")
            : (last, $"{Place(last)} is the last one, which docker build makes, though its name says otherwise");
    }

    private static (BuildStage? Stage, string Reason) FindTest(IReadOnlyList<BuildStage> stages, BuildStage production)
    {
        // Builders make a stage without a name only when it is the last.
        BuildStage[] others = [.. stages.Where(x => x != production && x.Name is not null)];
        var named = others.LastOrDefault(x => Is(x, "test")) ?? others.LastOrDefault(IsTestName);
        if (named is not null)
            return (named, $"{Place(named)} is called so" + (Command(named) is { } own ? $"; it runs {own}" : ""));
        foreach (var stage in others.AsEnumerable().Reverse().Append(production))
            if (Command(stage) is { } command)
                return (stage, $"{Place(stage)} runs {command}");
        return (null, "no stage is called test or runs a known test command, so the image is allowed untested");
    }

    private static string? Command(BuildStage stage) =>
        stage.Instructions.SelectMany(ShellScript.Commands).FirstOrDefault(TestCommand.Is) is { } command
            ? $"{command.Text} (line {command.Line})"
            : null;

    private static bool Is(BuildStage stage, string name) => name.Equals(stage.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsTestName(BuildStage stage) =>
        stage.Name?.Split('-', '_', '.').Any(x => x.ToLowerInvariant() is "test" or "tests" or "testing" or "unittest" or "spec") == true;

    private static string Name(BuildStage stage) => stage.Name ?? $"{stage.Index}";

    private static string Place(BuildStage stage) => $"{stage.Label} (line {stage.From.FirstLine})";

    private static string Unnamed(BuildStage stage) => stage.Name is null ? "; it has no name: FROM ... AS production gives it one" : "";
}
