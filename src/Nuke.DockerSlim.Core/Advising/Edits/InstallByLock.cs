using System.Text.RegularExpressions;
using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Advising.Edits;

/// <summary>Holds installations to the lock file, where there is one and the stage has it.</summary>
internal sealed partial class InstallByLock() : AdviceEdit("Install what the lock file names", "install-without-lock")
{
    private protected override AdvisedImage? Edit(AdvisedDockerfile file)
    {
        foreach (var stage in file.Checked.Needed)
        foreach (var run in stage.Instructions)
        foreach (var command in file.Editable(run, Rules))
            if (Instead(file.Image, command) is { } found && Has(stage, run, found.Lock))
                file.Lines.ReplaceOnce(run, found.Pattern, found.Replacement);
        return With(file);
    }

    private static (Regex Pattern, string Replacement, string Lock)? Instead(AdvisedImage image, ShellCommand command)
    {
        if (PackageManager.Of(command) is null || command.Operands.Skip(1).Any())
            return null;
        if (command.Is("npm", "install", "i") && !command.Has("--no-package-lock", "--package-lock", "--no-save", "--save"))
            return image.Has("package-lock.json") ? (Npm(), "npm ci", "package-lock.json") : null;
        if (command.Program == "yarn" && !command.Has("--frozen-lockfile", "--immutable") && image.Has("yarn.lock"))
            return (
                Yarn(),
                image.Context.Read("yarn.lock")?.Contains("# yarn lockfile v1", StringComparison.Ordinal) == true
                    ? "yarn install --frozen-lockfile"
                    : "yarn install --immutable",
                "yarn.lock"
            );
        return
            command.Is("pnpm", "install", "i") && !command.Has("--frozen-lockfile", "--no-frozen-lockfile") && image.Has("pnpm-lock.yaml")
            ? (Pnpm(), "pnpm install --frozen-lockfile", "pnpm-lock.yaml")
            : null;
    }

    // A lock file that is left out of the stage locks nothing.
    private static bool Has(BuildStage stage, DockerfileInstruction run, string name) =>
        AdvisedDockerfile
            .Before(stage, run)
            .Where(x => x.Keyword is "COPY" or "ADD" && !x.Values("from").Any())
            .Select(CopyArguments.Of)
            .Any(x =>
                x.TakesAll
                || x.Sources.Any(y => new Contexts.PathGlob(y.StartsWith("./", StringComparison.Ordinal) ? y[2..] : y).Matches(name))
            );

    [GeneratedRegex(@"(?<![\w./-])npm\s+(?:install|i)(?![\w./@-])")]
    private static partial Regex Npm();

    [GeneratedRegex(@"(?<![\w./-])yarn(?:\s+install)?(?![\w./@-])(?!\s+[a-z])")]
    private static partial Regex Yarn();

    [GeneratedRegex(@"(?<![\w./-])pnpm\s+(?:install|i)(?![\w./@-])")]
    private static partial Regex Pnpm();
}
