using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Checking;

/// <summary>A Dockerfile with what is known of its use: what rules look at.</summary>
public sealed class CheckedDockerfile
{
    private readonly Dictionary<DockerfileInstruction, IReadOnlyList<ShellCommand>> _commands = new(ReferenceEqualityComparer.Instance);

    /// <summary>Puts together what is known.</summary>
    /// <param name="dockerfile">The Dockerfile.</param>
    /// <param name="production">The production stage.</param>
    /// <param name="test">The test stage; null when there is none.</param>
    /// <param name="context">What lies in the build context; null when nobody looked.</param>
    public CheckedDockerfile(Dockerfile dockerfile, BuildStage production, BuildStage? test, CheckedContext? context = null)
    {
        (Dockerfile, Production, Test, Context) = (dockerfile, production, test, context);
        ProductionChain = production.Chain();
        ProductionNeeds = dockerfile.Needed(production);
    }

    /// <summary>The Dockerfile.</summary>
    public Dockerfile Dockerfile { get; }

    /// <summary>The production stage.</summary>
    public BuildStage Production { get; }

    /// <summary>The test stage; null when there is none.</summary>
    public BuildStage? Test { get; }

    /// <summary>What lies in the build context; null when nobody looked.</summary>
    public CheckedContext? Context { get; }

    /// <summary>The stages whose layers are in the image, the production stage last.</summary>
    public IReadOnlyList<BuildStage> ProductionChain { get; }

    /// <summary>The stages that a production build builds.</summary>
    public IReadOnlyList<BuildStage> ProductionNeeds { get; }

    /// <summary>The stages that production or test need.</summary>
    public IEnumerable<BuildStage> Needed =>
        Test is null ? ProductionNeeds : ProductionNeeds.UnionBy(Dockerfile.Needed(Test), x => x.Index);

    /// <summary>The commands of a stage with the RUN that each stands in.</summary>
    /// <param name="stage">The stage.</param>
    public IEnumerable<(DockerfileInstruction Run, ShellCommand Command)> Commands(BuildStage stage) =>
        stage.Instructions.SelectMany(x => Commands(x).Select(y => (x, y)));

    /// <summary>The commands of a RUN; none of any other instruction.</summary>
    /// <param name="instruction">The instruction.</param>
    public IReadOnlyList<ShellCommand> Commands(DockerfileInstruction instruction)
    {
        if (!_commands.TryGetValue(instruction, out var commands))
            _commands[instruction] = commands = ShellScript.Commands(instruction);
        return commands;
    }

    /// <summary>The folder that a stage's relative paths begin at, after its last WORKDIR; that of the stage below where it sets none.</summary>
    /// <param name="stage">The stage.</param>
    public static string WorkingDirectory(BuildStage stage)
    {
        var folder = "/";
        foreach (var instruction in stage.Chain().SelectMany(x => x.Instructions).Where(x => x.Keyword == "WORKDIR"))
            folder = ImagePath.Combine(folder, instruction.Arguments.Trim('"'));
        return folder;
    }
}
