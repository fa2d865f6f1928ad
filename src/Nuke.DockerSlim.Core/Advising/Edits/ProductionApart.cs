using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Advising.Edits;

/// <summary>
/// Compiles in a builder stage, drops the dependencies for development, and copies the project's folder into a production stage that begins anew. All that
/// was in the folder stays there, but what is for development; what lay elsewhere was made by lines that stay in both.
/// </summary>
internal sealed class ProductionApart()
    : AdviceEdit(
        "Compile in a builder stage, and copy what runs into a production stage of its own",
        "single-stage",
        "development-dependencies",
        "package-cache-left",
        "residue-npm-cache",
        "residue-compiler",
        "residue-sources",
        "residue-tests",
        "residue-source-maps",
        "residue-temporary-files",
        "residue-development-dependencies"
    )
{
    private static readonly string[] Starting = ["ENTRYPOINT", "CMD", "HEALTHCHECK"];

    private protected override AdvisedImage? Edit(AdvisedDockerfile file)
    {
        var production = file.Production;
        // A production stage that only describes stands on the one that does the work.
        var isApart = production.Below is not null && production.Instructions.All(IsWithoutFiles);
        var stage = isApart ? production.Below! : production;
        if (
            NodeBuild.Read(file, stage) is not { } build
            || (isApart && stage.Name is null)
            || NodePackage.Read(file.Image) is not { IsSelfContained: true, HasDevelopment: true } package
            || package.NeedsDevelopment(Start(file))
            || file.Image.IgnoredRules.Contains("single-stage", StringComparer.OrdinalIgnoreCase)
            || stage.Instructions.Any(x => x.IgnoredRules.Intersect(Rules.Take(2), StringComparer.OrdinalIgnoreCase).Any())
        )
            return null;
        var names = new Names(
            StageLines.Free(file, "base"),
            isApart ? stage.Name! : StageLines.Free(file, "builder"),
            StageLines.Free(file, "pruned"),
            StageLines.OfProduction(file)
        );
        return StageLines.Named(file, stage, names.Base) is { } from && Rewrite(file, build, names, from, isApart)
            ? With(file) is { } edited
                ? edited with
                {
                    ProductionStage = names.Production,
                }
                : null
            : null;
    }

    private sealed record Names(string Base, string Builder, string Pruned, string Production);

    private static bool IsWithoutFiles(DockerfileInstruction x) =>
        NodeBuild.IsDescribing(x) || x.Keyword is "ENV" or "ARG" or "USER" or "VOLUME" or "WORKDIR" or "SHELL";

    // The last of each counts, wherever in the chain it stands.
    private static string Start(AdvisedDockerfile file)
    {
        var all = file.Checked.ProductionChain.SelectMany(x => x.Instructions).ToArray();
        return string.Join(' ', Starting.Select(x => all.LastOrDefault(y => y.Keyword == x)?.Arguments));
    }

    private static bool Rewrite(AdvisedDockerfile file, NodeBuild build, Names names, string from, bool isApart)
    {
        var (lines, stage) = (file.Lines, build.Stage);
        var all = stage.Instructions;
        lines.Replace(stage.From.FirstLine, from);
        string[] begin = ["", $"FROM {names.Base} AS {names.Builder}"];
        lines.Insert(all[build.First - 1].LastLine + 1, begin);
        var moved = new List<string>();
        for (var i = build.First; i < all.Count; i++)
        {
            var isDescribing = NodeBuild.IsDescribing(all[i]) || (i > build.Last && all[i].Keyword is not ("ENV" or "ARG"));
            if (!isDescribing && all[i].Keyword is not ("ENV" or "ARG"))
                continue;
            var first = CommentsAbove(lines, all[i].FirstLine, all[i - 1].LastLine);
            moved.AddRange(Enumerable.Range(first, all[i].LastLine - first + 1).Select(x => lines[x]));
            for (var j = first; isDescribing && j <= all[i].LastLine; j++)
                lines.Replace(j);
        }
        string[] production =
        [
            $"FROM {names.Builder} AS {names.Pruned}",
            $"RUN {build.Trim}",
            "",
            $"FROM {names.Base} AS {names.Production}",
            $"COPY --from={names.Pruned} {build.Folder} ./",
            .. moved,
        ];
        if (isApart)
            lines.Replace(file.Production.From.FirstLine, production);
        else
            lines.Insert(all[^1].LastLine + 1, ["", .. production]);
        return isApart ? IsOneLine(file.Production) : Redirect(file, names);
    }

    private static bool IsOneLine(BuildStage stage) => stage.From.FirstLine == stage.From.LastLine;

    /// <summary>Stages that go on from production need what it was until now: the tools and the dependencies for development.</summary>
    private static bool Redirect(AdvisedDockerfile file, Names names)
    {
        foreach (var user in file.File.Stages.Where(x => x.Below == file.Production))
        {
            var words = DockerfileWords.Split(file.Lines[user.From.FirstLine]);
            if (
                !IsOneLine(user)
                || words is not ["FROM" or "from", var below, ..]
                || !below.Equals(file.Production.Name, StringComparison.OrdinalIgnoreCase)
            )
                return false;
            file.Lines.Replace(user.From.FirstLine, $"FROM {names.Builder}{(user.Name is null ? "" : $" AS {user.Name}")}");
        }
        return true;
    }

    private static int CommentsAbove(TextLines lines, int number, int end)
    {
        while (number - 1 > end && lines[number - 1].TrimStart().StartsWith('#'))
            number--;
        return number;
    }
}
