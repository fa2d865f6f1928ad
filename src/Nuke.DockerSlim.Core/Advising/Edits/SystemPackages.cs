using System.Text.RegularExpressions;
using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Advising.Edits;

/// <summary>Lets the system's package manager leave neither lists nor recommended packages in a layer of the image.</summary>
internal sealed partial class SystemPackages()
    : AdviceEdit(
        "Install system packages without recommended ones, and leave no package lists",
        "package-lists-left",
        "apt-recommends",
        "residue-apt-lists",
        "residue-apk-cache",
        "residue-dnf-cache"
    )
{
    // Recommended packages may lie anywhere.
    internal override bool MayLose(string path) => true;

    private protected override AdvisedImage? Edit(AdvisedDockerfile file)
    {
        var runs = file.Checked.ProductionChain.SelectMany(x => x.Instructions).Where(x => x.Keyword == "RUN").ToArray();
        foreach (var (i, run) in runs.Index())
        {
            var commands = file.Editable(run, Rules);
            if (commands.Count == 0 || MountFlag.Of(run).Any(x => x.Type is "cache" or "tmpfs") || ShellScript.Sequence(run).Count == 0)
                continue;
            if (commands.Any(x => x.Is("apk", "add") && !x.Has("--no-cache")))
                file.Lines.ReplaceOnce(run, ApkAdd(), "$0 --no-cache");
            if (commands.Any(x => Is(x, "install") && !x.Has("--no-install-recommends")) && !Configures(runs))
                file.Lines.ReplaceOnce(run, AptInstall(), "$0 --no-install-recommends");
            // Lists that a later line reads have to stay for it.
            if (commands.Any(x => Is(x, "update")) && !Removes(commands) && !NeedsLists(file, runs[(i + 1)..]))
                Append(file, run, "rm -rf /var/lib/apt/lists/*");
            else if (
                commands.FirstOrDefault(IsDnf) is { } dnf
                && !commands.Any(x => x.Program == dnf.Program && x.Operands.FirstOrDefault() == "clean")
            )
                Append(file, run, $"{dnf.Program} clean all");
        }
        return With(file);
    }

    private static bool Is(ShellCommand command, string verb) =>
        command.Program is "apt-get" or "apt" && command.Operands.FirstOrDefault() == verb;

    private static bool IsDnf(ShellCommand command) =>
        command.Program is "dnf" or "yum" or "microdnf" && command.Operands.FirstOrDefault() is "install" or "update" or "upgrade";

    private static bool Configures(DockerfileInstruction[] runs) =>
        runs.Any(x => x.Arguments.Contains("APT::Install-Recommends", StringComparison.OrdinalIgnoreCase));

    private static bool Removes(IReadOnlyList<ShellCommand> commands) =>
        commands.Any(x => x.Program is "rm" or "find" && x.Words.Any(y => y.StartsWith("/var/lib/apt", StringComparison.Ordinal)));

    private static bool NeedsLists(AdvisedDockerfile file, DockerfileInstruction[] later)
    {
        foreach (var run in later)
        {
            var commands = file.Checked.Commands(run);
            var first = commands.FirstOrDefault(x => Is(x, "update") || Is(x, "install") || Is(x, "upgrade"));
            if (first is not null)
                return !Is(first, "update");
        }
        return false;
    }

    // Behind what ends without a command of its own it would mean something else.
    private static void Append(AdvisedDockerfile file, DockerfileInstruction run, string command)
    {
        var last = file.Lines[run.LastLine].TrimEnd();
        if (!last.Contains('#') && last.Length > 0 && last[^1] is not (';' or '&' or '|' or '\\' or '`'))
            file.Lines.Append(run.LastLine, $" && {command}");
    }

    [GeneratedRegex(@"(?<![\w./-])apk\s+(?:-\S+\s+)*add(?![\w-])")]
    private static partial Regex ApkAdd();

    [GeneratedRegex(@"(?<![\w./-])apt(?:-get)?\s+(?:-\S+\s+)*install(?![\w-])")]
    private static partial Regex AptInstall();
}
