using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>The ignore file lets through what lies in the context and belongs in no image.</summary>
internal sealed class DockerignoreMisses() : DockerfileRule("dockerignore-misses", FindingSeverity.Warning)
{
    private static readonly Dictionary<string, string> Unwanted = new(StringComparer.OrdinalIgnoreCase)
    {
        [".git/"] = "version control",
        [".hg/"] = "version control",
        [".svn/"] = "version control",
        ["node_modules/"] = "installed dependencies",
        ["bin/"] = "build output",
        ["obj/"] = "build output",
        ["target/"] = "build output",
        ["dist/"] = "build output",
        ["coverage/"] = "test output",
        [".venv/"] = "installed dependencies",
        ["__pycache__/"] = "build output",
        [".env"] = "secrets",
        [".idea/"] = "an editor's files",
        [".vs/"] = "an editor's files",
        [".vscode/"] = "an editor's files",
    };

    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        if (file.Context is not { IgnoreFile: { } ignore } context || BroadCopy.Find(file) is not { } copy)
            yield break;
        foreach (var entry in context.TopEntries)
            if ((Unwanted.GetValueOrDefault(entry) ?? (entry.EndsWith(".log", StringComparison.Ordinal) ? "logs" : null)) is { } kind)
                yield return new RuleHit(
                    null,
                    $"{entry.TrimEnd('/')} ({kind}) is not ignored, and line {copy.FirstLine} of the Dockerfile takes it in.",
                    $"Add a line '{entry.TrimEnd('/')}'.",
                    ignore
                );
    }
}
