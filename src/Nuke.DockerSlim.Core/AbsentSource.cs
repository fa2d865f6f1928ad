using System.Text.RegularExpressions;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim;

/// <summary>
/// Tells why a build did not find what a COPY takes in: BuildKit says that it is not there, by a path and the random name of a snapshot, whether it was mistyped,
/// left out by the ignore file, or belongs to another stage.
/// </summary>
internal static partial class AbsentSource
{
    /// <summary>The failure with its cause, where it is of this kind; else as it is.</summary>
    /// <param name="target">The image.</param>
    /// <param name="failure">The failure.</param>
    public static BuildFailure Explain(BuildTarget target, BuildFailure failure) =>
        failure is { Kind: BuildFailureKind.Dockerfile, Line: { } line }
        && Form().Match(failure.Reason) is { Success: true } match
        && InputFiles.FindDockerfile(target)?.Instructions.FirstOrDefault(x => x.FirstLine <= line && line <= x.LastLine) is { } instruction
            ? failure with
            {
                Reason = Reason(target, instruction, match.Groups["path"].Value),
            }
            : failure;

    private static string Reason(BuildTarget target, DockerfileInstruction instruction, string path)
    {
        if (instruction.Sources.FirstOrDefault() is { } source)
            return $"{instruction.Keyword} takes {path} from '{source}', which does not have it; check the path there";
        var name = path.Trim('/');
        var context =
            target.NameOf(target.ContextDirectory) is var folder && folder == "." ? "the build context" : $"the build context {folder}";
        if (!Path.Exists(Path.Combine(target.ContextDirectory, name)))
            return $"{instruction.Keyword} takes {name}, which {context} does not have; check its name, upper and lower case too, or build it before";
        return ContextIgnoreFile.LeavingOut(target, name) is { } ignoreFile
            ? $"{instruction.Keyword} takes {name}, which {ignoreFile} leaves out of the build context; let it in with the line !{name} at the file's end"
            : $"{instruction.Keyword} takes {name}, which lies in {context} and was not sent; check whether it, or a link to it, may be read";
    }

    // "failed to compute cache key: failed to calculate checksum of ref tlo0s1mm::lshgtcr4: "/film.bin": not found"
    [GeneratedRegex("failed to calculate checksum of ref [^ ]+: \"(?<path>/[^\"]*)\": not found")]
    private static partial Regex Form();
}
