using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Advising.Edits;

/// <summary>Runs the tests that the project has in a stage of their own, on the very files that production is made of.</summary>
internal sealed class TestsInStage() : AdviceEdit("Run the project's tests in a test stage")
{
    private static readonly string[] WithoutDevelopment = ["--omit=dev", "--omit", "--production", "--only", "--prod", "-P", "--no-dev"];

    private protected override AdvisedImage? Edit(AdvisedDockerfile file)
    {
        if (file.Test is not null || uint.TryParse(file.Image.TestStage, out _) || NodePackage.Read(file.Image) is not { HasTests: true })
            return null;
        var (stage, command) = file
            .Checked.ProductionNeeds.Reverse()
            .SelectMany(x => file.Checked.Commands(x).Select(y => (Stage: x, y.Run, y.Command)))
            .Where(x => PackageManager.Of(x.Command)?.Title is "npm" or "yarn" or "pnpm")
            .Where(x => !x.Command.Has(WithoutDevelopment) && !AdvisedDockerfile.Sets(x.Stage, x.Run, "NODE_ENV"))
            .Select(x => (x.Stage, x.Command))
            .FirstOrDefault();
        if (stage is null)
            return null;
        // Some test tools wait for files to change unless this is set.
        string[] tests = [$"RUN CI=true {command.Program} test"];
        return stage == file.Production ? Around(file, tests) : Before(file, stage, tests);
    }

    /// <summary>Production becomes the builder; a stage that says nothing of its own takes its place.</summary>
    private static AdvisedImage? Around(AdvisedDockerfile file, string[] tests)
    {
        var (production, name, builder) = (file.Production, StageLines.OfProduction(file), StageLines.Free(file, "builder"));
        if (production.Below is not null || StageLines.Named(file, production, builder) is not { } from)
            return null;
        file.Lines.Replace(production.From.FirstLine, from);
        var last = production.Instructions.Count == 0 ? production.From : production.Instructions[^1];
        string[] stages = ["", $"FROM {builder} AS {file.Image.TestStage}", .. tests, "", $"FROM {builder} AS {name}"];
        file.Lines.Insert(last.LastLine + 1, stages);
        return With(file) is { } edited ? edited with { ProductionStage = name } : null;
    }

    private static AdvisedImage? Before(AdvisedDockerfile file, BuildStage stage, string[] tests)
    {
        if (stage.Name is not { } name)
            return null;
        var at = file.Production.From.FirstLine;
        while (at > 1 && file.Lines[at - 1].TrimStart().StartsWith('#'))
            at--;
        string[] lines = [$"FROM {name} AS {file.Image.TestStage}", .. tests, ""];
        file.Lines.Insert(at, lines);
        return With(file);
    }
}
