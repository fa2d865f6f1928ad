using System.Text.RegularExpressions;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Advising.Edits;

/// <summary>Lines that begin stages, and the names of stages to be made.</summary>
internal static partial class StageLines
{
    /// <summary>A FROM line with a name; null where it goes over several lines.</summary>
    /// <param name="file">The Dockerfile.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="name">The name it gets.</param>
    public static string? Named(AdvisedDockerfile file, BuildStage stage, string name)
    {
        var from = stage.From;
        if (from.FirstLine != from.LastLine)
            return null;
        var line = file.Lines[from.FirstLine].TrimEnd();
        return stage.Name is null ? $"{line} AS {name}" : Name().Replace(line, $" AS {name}");
    }

    /// <summary>A name that no stage has and no line uses.</summary>
    /// <param name="file">The Dockerfile.</param>
    /// <param name="name">The name wanted.</param>
    public static string Free(AdvisedDockerfile file, string name)
    {
        var used = file
            .File.Stages.SelectMany(x => (string?[])[x.Name, x.Base])
            .Concat(file.File.Instructions.SelectMany(x => x.Sources))
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var free = name;
        for (var i = 2; used.Contains(free); i++)
            free = $"{name}{i}";
        return free;
    }

    /// <summary>The name of the production stage once it has one: its own, the one that the definition wants, or the usual one.</summary>
    /// <param name="file">The Dockerfile.</param>
    public static string OfProduction(AdvisedDockerfile file) =>
        file.Production.Name ?? (uint.TryParse(file.Image.ProductionStage, out _) ? "production" : file.Image.ProductionStage);

    [GeneratedRegex(@"\s+AS\s+\S+$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
