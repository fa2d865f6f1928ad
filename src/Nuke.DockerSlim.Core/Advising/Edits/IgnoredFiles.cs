using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Advising.Edits;

/// <summary>Lists in the ignore file what lies in the context, belongs in no image, and is taken in by a line that takes everything.</summary>
internal sealed class IgnoredFiles()
    : AdviceEdit(
        "Leave version control, installed dependencies and secrets out of the build context",
        "dockerignore-missing",
        "dockerignore-misses",
        "outputs-in-context",
        "context-unused",
        "residue-version-control"
    )
{
    // What lies at the top; the line for it; a file beside it without which it may be somebody's source.
    private static readonly (string Entry, string Line, string? Beside)[] Unwanted =
    [
        (".git/", ".git", null),
        (".hg/", ".hg", null),
        (".svn/", ".svn", null),
        ("node_modules/", "**/node_modules", "package.json"),
        (".venv/", ".venv", null),
        ("__pycache__/", "**/__pycache__", null),
        ("target/", "target", "pom.xml"),
        ("target/", "target", "Cargo.toml"),
        ("coverage/", "coverage", "package.json"),
        (".idea/", ".idea", null),
        (".vs/", ".vs", null),
        (".vscode/", ".vscode", null),
        (".env", ".env", null),
        // What each run of the build leaves.
        ("artifacts/", "artifacts/images", null),
        (".nuke/", ".nuke/temp", null),
    ];

    // To leave files out is what it is for; a build or a test that needs one says so.
    internal override bool MayLose(string path) => true;

    private protected override AdvisedImage? Edit(AdvisedDockerfile file)
    {
        var image = file.Image;
        if (
            BroadCopy.Find(file.Checked) is not { } broad
            || Rules.Any(x => broad.IgnoredRules.Contains(x, StringComparer.OrdinalIgnoreCase))
        )
            return null;
        var lines = Unwanted
            .Where(x => image.Context.TopEntries.Contains(x.Entry) && (x.Beside is null || image.Context.TopEntries.Contains(x.Beside)))
            .Where(x => !image.Ignores(x.Line.Replace("**/", "", StringComparison.Ordinal)) && !IsUsed(file, x.Entry.TrimEnd('/')))
            .Select(x => x.Line)
            .Distinct()
            .ToArray();
        return lines.Length == 0 ? null : image with { IgnoreFile = Appended(image.IgnoreFile, lines) };
    }

    // A line that names it, or a program that reads it.
    private static bool IsUsed(AdvisedDockerfile file, string name) =>
        file
            .File.Instructions.Where(x => x.Keyword is "COPY" or "ADD" or "RUN")
            .Any(x =>
                x.Keyword == "RUN"
                    ? (name == ".git" && x.Text.Contains("git", StringComparison.Ordinal)) || MountFlag.Of(x).Any(y => y.Type == "bind")
                    : CopyArguments.Of(x).Sources.Any(y => y.Split('/').Contains(name))
            );

    private static string Appended(string? text, string[] lines)
    {
        var end = text?.Contains("\r\n", StringComparison.Ordinal) == true ? "\r\n" : "\n";
        var begin =
            string.IsNullOrEmpty(text) ? ""
            : text.EndsWith('\n') ? text
            : text + end;
        return begin + string.Concat(lines.Select(x => x + end));
    }
}
