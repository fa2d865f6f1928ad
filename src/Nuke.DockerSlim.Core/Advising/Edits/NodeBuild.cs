using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Advising.Edits;

/// <summary>
/// A stage that installs and compiles a Node.js project in one folder and does nothing else, taken apart: what comes before the first file of the build
/// context, the work itself, and what only describes the image.
/// </summary>
internal sealed class NodeBuild
{
    // They work on the project in their folder, and leave nothing elsewhere that a service could need.
    private static readonly HashSet<string> Tools =
    [
        "npm",
        "npx",
        "pnpm",
        "node",
        "tsc",
        "webpack",
        "vite",
        "esbuild",
        "rollup",
        "echo",
        "true",
        "set",
    ];

    private static readonly HashSet<string> Describing = ["CMD", "ENTRYPOINT", "EXPOSE", "HEALTHCHECK", "LABEL", "STOPSIGNAL"];

    private NodeBuild(BuildStage stage, string folder, int first, int last, string trim) =>
        (Stage, Folder, First, Last, Trim) = (stage, folder, first, last, trim);

    /// <summary>The stage.</summary>
    public BuildStage Stage { get; }

    /// <summary>The folder of the project, absolute.</summary>
    public string Folder { get; }

    /// <summary>Where in its instructions the work begins.</summary>
    public int First { get; }

    /// <summary>Where it ends; the last of it.</summary>
    public int Last { get; }

    /// <summary>The command that removes the dependencies for development.</summary>
    public string Trim { get; }

    /// <summary>Whether an instruction only describes the image: it belongs to production.</summary>
    /// <param name="instruction">The instruction.</param>
    public static bool IsDescribing(DockerfileInstruction instruction) => Describing.Contains(instruction.Keyword);

    /// <summary>Takes a stage apart; null where it does anything of which the folder might not hold all.</summary>
    /// <param name="file">The Dockerfile.</param>
    /// <param name="stage">The stage.</param>
    public static NodeBuild? Read(AdvisedDockerfile file, BuildStage stage)
    {
        var all = stage.Instructions;
        var first = all.Index().Where(x => IsFromContext(x.Item)).Select(x => x.Index).DefaultIfEmpty(-1).First();
        var last = all.Index().Where(x => x.Item.IsStep).Select(x => x.Index).DefaultIfEmpty(-1).Last();
        if (first < 0 || stage.Below is not null || FolderOf(all.Take(first)) is not { } folder)
            return null;
        var installs = all.SelectMany(x => file.Checked.Commands(x))
            .Select(x => PackageManager.Of(x)?.Title)
            .Where(x => x is "npm" or "pnpm" or "yarn")
            .Distinct()
            .ToArray();
        var trim = installs switch
        {
            ["npm"] => "npm prune --omit=dev",
            ["pnpm"] => "CI=true pnpm prune --prod",
            _ => null,
        };
        return
            trim is not null
            && all.Take(first).All(x => x.Keyword is not ("USER" or "VOLUME"))
            && all.Skip(first).Take(last - first + 1).All(x => IsWithin(file, x, folder))
            && !all.SelectMany(x => file.Checked.Commands(x)).Any(IsTrimmed)
            ? new NodeBuild(stage, folder, first, last, trim)
            : null;
    }

    private static bool IsFromContext(DockerfileInstruction x) => x.Keyword is "COPY" or "ADD" && !x.Values("from").Any();

    private static bool IsTrimmed(ShellCommand command) =>
        command.Is("npm", "prune") || command.Is("pnpm", "prune") || command.Has("--omit=dev", "--production", "--prod", "-P", "--only");

    private static string? FolderOf(IEnumerable<DockerfileInstruction> before)
    {
        var folders = before.Where(x => x.Keyword == "WORKDIR").ToArray();
        var folder = folders.Aggregate("/", (x, y) => ImagePath.Combine(x, y.Arguments.Trim('"')));
        return folder == "/" || folder.AsSpan().IndexOfAny("$ \t\"'") >= 0 ? null : folder;
    }

    private static bool IsWithin(AdvisedDockerfile file, DockerfileInstruction x, string folder) =>
        x.Keyword switch
        {
            "COPY" or "ADD" => x.Heredocs.Count == 0 && IsBelow(folder, CopyArguments.Of(x).Destination),
            "RUN" => x.Heredocs.Count == 0
                && !x.Arguments.Contains('>')
                && MountFlag.Of(x).All(y => y.Type is "cache" or "secret" or "ssh" or "tmpfs")
                && ShellScript.Sequence(x) is { Count: > 0 } commands
                && commands.All(IsOfProject),
            "ENV" or "ARG" => true,
            _ => IsDescribing(x),
        };

    private static bool IsBelow(string folder, string destination) =>
        !destination.Contains('$')
        && ImagePath.Combine(folder, destination) is var path
        && (path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal));

    private static bool IsOfProject(ShellCommand command) =>
        Tools.Contains(command.Words[0])
        && !command.Has("-g", "--global", "--location", "--prefix", "-C", "--dir", "--outDir", "--out-dir", "--output-path")
        && !command.Is("npm", "link", "exec")
        && command.Words.Skip(1).All(x => !x.StartsWith('/') && !x.StartsWith("..", StringComparison.Ordinal) && !x.StartsWith('~'));
}
