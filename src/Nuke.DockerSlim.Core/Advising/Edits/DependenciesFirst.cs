using System.Text.RegularExpressions;
using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Advising.Edits;

/// <summary>Installs the dependencies before the source is copied, by the files alone that the installation reads.</summary>
internal sealed partial class DependenciesFirst()
    : AdviceEdit("Install the dependencies before the source is copied", "source-before-dependencies")
{
    private static readonly string[] PlainFlags = ["chown", "chmod", "link"];

    private protected override AdvisedImage? Edit(AdvisedDockerfile file)
    {
        foreach (var stage in file.Checked.Needed)
        {
            var at = stage.Instructions.Index().FirstOrDefault(x => IsBroad(x.Item)).Item;
            if (at is null || Following(stage, at) is not { } run || Manifests(file, stage, at, run) is not { Length: > 0 } files)
                continue;
            Move(file, at, run, files);
        }
        return With(file);
    }

    private static bool IsBroad(DockerfileInstruction x) =>
        x.Keyword == "COPY"
        && x.Heredocs.Count == 0
        && x.Flags.All(y => PlainFlags.Contains(y.Key))
        && CopyArguments.Of(x) is { TakesAll: true, Sources.Count: 1 };

    // What stands between them may be what the installation needs.
    private static DockerfileInstruction? Following(BuildStage stage, DockerfileInstruction copy) =>
        stage.Instructions.SkipWhile(x => x != copy).Skip(1).FirstOrDefault() is { Keyword: "RUN" } run ? run : null;

    private string[]? Manifests(AdvisedDockerfile file, BuildStage stage, DockerfileInstruction copy, DockerfileInstruction run)
    {
        if (file.Editable(run, Rules).Count == 0 || file.Editable(copy, Rules) is null || !IsInWorkingDirectory(stage, copy))
            return null;
        var sequence = ShellScript.Sequence(run);
        var installs = sequence.Select(SeparateInstallation.Of).OfType<SeparateInstallation>().ToArray();
        if (installs is not [{ IsSame: true, Reads: { Names.Length: > 0 } reads }])
            return null;
        // Others in the same line would run before the source is there.
        if (
            sequence.Count > 1
            && !sequence.All(x => SeparateInstallation.Of(x) is not null || SeparateInstallation.IsHarmless(x))
            && Split(file, run) is null
        )
            return null;
        var image = file.Image;
        if (!image.Has(reads.Names[0]) || image.Has("node_modules/"))
            return null;
        var names = reads.Names.Where(image.Has).ToArray();
        var texts = names.Where(x => x is "package.json" || !x.EndsWith(".json", StringComparison.Ordinal)).Select(image.Context.Read);
        return texts.Any(x => x is null || reads.Unless.Any(y => x.Contains(y, StringComparison.Ordinal))) ? null : names;
    }

    private static bool IsInWorkingDirectory(BuildStage stage, DockerfileInstruction copy)
    {
        var destination = CopyArguments.Of(copy).Destination;
        if (destination.TrimEnd('/') == ".")
            return true;
        var folders = AdvisedDockerfile.Before(stage, copy).Where(x => x.Keyword == "WORKDIR").ToArray();
        var folder = folders.Aggregate("/", (x, y) => ImagePath.Combine(x, y.Arguments.Trim('"')));
        return folders.Length > 0 && !folder.Contains('$') && ImagePath.Combine(folder, destination) == folder;
    }

    private static void Move(AdvisedDockerfile file, DockerfileInstruction copy, DockerfileInstruction run, string[] files)
    {
        var lines = file.Lines;
        var first = run.FirstLine;
        while (first - 1 > copy.LastLine && lines[first - 1].TrimStart().StartsWith('#'))
            first--;
        var flags = string.Concat(copy.Flags.Select(x => x.Value.Length == 0 ? $"--{x.Key} " : $"--{x.Key}={x.Value} "));
        var destination = CopyArguments.Of(copy).Destination.TrimEnd('/') + "/";
        var installation = Enumerable.Range(first, run.LastLine - first + 1).Select(x => lines[x]).ToArray();
        var split = Split(file, run);
        if (split is { } parts)
            installation[^1] = parts.Installation;
        lines.Insert(CommentsAbove(lines, copy.FirstLine), [$"COPY {flags}{string.Join(' ', files)} {destination}", .. installation]);
        for (var i = first; i <= run.LastLine; i++)
            lines.Replace(i, i == run.LastLine && split is { } kept ? [kept.Others] : []);
    }

    private static int CommentsAbove(TextLines lines, int number)
    {
        while (number > 1 && lines[number - 1].TrimStart().StartsWith('#'))
            number--;
        return number;
    }

    /// <summary>"RUN npm ci &amp;&amp; npm run build" as two lines; null where it is no line of that kind, or need not be one.</summary>
    private static (string Installation, string Others)? Split(AdvisedDockerfile file, DockerfileInstruction run)
    {
        var sequence = ShellScript.Sequence(run);
        if (
            run.FirstLine != run.LastLine
            || sequence.Count < 2
            || SeparateInstallation.Of(sequence[0]) is null
            || sequence.All(x => SeparateInstallation.Of(x) is not null || SeparateInstallation.IsHarmless(x))
            || SimpleChain().Match(file.Lines[run.FirstLine]) is not { Success: true } match
        )
            return null;
        var head = match.Groups["head"].Value;
        return ($"{head}{match.Groups["first"].Value.TrimEnd()}", $"{head}{match.Groups["rest"].Value}");
    }

    [GeneratedRegex(@"^(?<head>\s*RUN\s+(?:--\S+\s+)*)(?<first>[^&|;'""\\#$()]+)&&\s*(?<rest>[^|;\\]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex SimpleChain();
}
