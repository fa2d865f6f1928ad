using System.Text.RegularExpressions;
using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Advising;

/// <summary>An image's Dockerfile, read, for an edit to look at.</summary>
internal sealed partial class AdvisedDockerfile
{
    private AdvisedDockerfile(AdvisedImage image, Dockerfile file, BuildStage production)
    {
        (Image, File, Production) = (image, file, production);
        Test = file.Find(image.TestStage);
        Checked = new CheckedDockerfile(file, production, Test);
        Lines = new TextLines(image.Dockerfile);
    }

    /// <summary>The image.</summary>
    public AdvisedImage Image { get; }

    /// <summary>Its Dockerfile.</summary>
    public Dockerfile File { get; }

    /// <summary>Its production stage.</summary>
    public BuildStage Production { get; }

    /// <summary>Its test stage; null when there is none.</summary>
    public BuildStage? Test { get; }

    /// <summary>The same, as rules see it.</summary>
    public CheckedDockerfile Checked { get; }

    /// <summary>Its lines, to be edited.</summary>
    public TextLines Lines { get; }

    /// <summary>Reads it; null where it has no production stage, or is in a language that is not known here.</summary>
    /// <param name="image">The image.</param>
    public static AdvisedDockerfile? Read(AdvisedImage image)
    {
        // Another frontend may give the same words another meaning.
        if (Syntax().Match(image.Dockerfile) is { Success: true } syntax && !IsKnown(syntax.Groups["frontend"].Value))
            return null;
        var file = Dockerfile.Parse(image.Dockerfile, image.BuildArgs);
        return file.Find(image.ProductionStage) is { } production && file.Instructions.All(x => x.Keyword != "ONBUILD")
            ? new AdvisedDockerfile(image, file, production)
            : null;
    }

    /// <summary>The commands of a RUN whose text can be edited: in shell form, without here-documents, and nobody asked to leave it alone.</summary>
    /// <param name="run">The instruction.</param>
    /// <param name="rules">The rules for whose sake it is edited.</param>
    public IReadOnlyList<ShellCommand> Editable(DockerfileInstruction run, IReadOnlyList<string> rules) =>
        run.Heredocs.Count > 0
        || run.Arguments.StartsWith('[')
        || rules.Any(x => run.IgnoredRules.Contains(x, StringComparer.OrdinalIgnoreCase))
            ? []
            : Checked.Commands(run);

    /// <summary>Whether instructions before a RUN switch to a user without rights.</summary>
    /// <param name="stage">The stage of the RUN.</param>
    /// <param name="run">The RUN.</param>
    public static bool HasOtherUser(BuildStage stage, DockerfileInstruction run) =>
        Before(stage, run).LastOrDefault(x => x.Keyword == "USER") is { } user
        && user.Arguments.Trim('"').Split(':')[0] is not ("root" or "0");

    /// <summary>Whether one of some variables is set before a RUN.</summary>
    /// <param name="stage">The stage of the RUN.</param>
    /// <param name="run">The RUN.</param>
    /// <param name="names">The variables.</param>
    public static bool Sets(BuildStage stage, DockerfileInstruction run, params string[] names) =>
        Before(stage, run)
            .Where(x => x.Keyword is "ENV" or "ARG")
            .SelectMany(EnvironmentPairs.Of)
            .Any(x => names.Contains(x.Key, StringComparer.OrdinalIgnoreCase));

    /// <summary>The instructions that come before one in a stage, those of the stages below among them.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="instruction">An instruction of it.</param>
    public static IEnumerable<DockerfileInstruction> Before(BuildStage stage, DockerfileInstruction instruction) =>
        stage.Chain().SelectMany(x => x.Instructions).TakeWhile(x => !ReferenceEquals(x, instruction));

    private static bool IsKnown(string frontend) =>
        frontend.StartsWith("docker/dockerfile", StringComparison.Ordinal)
        || frontend.StartsWith("docker.io/docker/dockerfile", StringComparison.Ordinal);

    [GeneratedRegex(@"\A(?:\s*#[^\n]*\n)*?\s*#\s*syntax\s*=\s*(?<frontend>\S+)", RegexOptions.IgnoreCase)]
    private static partial Regex Syntax();
}
