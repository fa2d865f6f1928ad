using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Starting;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Looks for Dockerfiles below a folder.</summary>
public static class DockerfileSearch
{
    private const int Deepest = 6;

    // Other people's files, and what builds leave.
    private static readonly string[] Skipped =
    [
        ".git",
        ".nuke",
        "node_modules",
        "vendor",
        "bin",
        "obj",
        "artifacts",
        "dist",
        "target",
        "testdata",
        "fixtures",
        "__pycache__",
        "venv",
    ];

    // Another way to build the same image, which is not shipped.
    private static readonly string[] NotShipped = ["dev", "development", "debug", "test", "tests", "local", "ci", "naive"];

    /// <summary>The Dockerfiles that make an image to ship, by their paths.</summary>
    /// <param name="root">The root folder, absolute.</param>
    /// <param name="rootName">What an image of the root folder is called.</param>
    /// <param name="leftOut">Those that were left out, from the root folder.</param>
    public static IReadOnlyList<FoundDockerfile> Find(string root, string rootName, out IReadOnlyList<string> leftOut)
    {
        var (found, others) = (new List<FoundDockerfile>(), new List<string>());
        foreach (
            var file in Files(new DirectoryInfo(root), 0)
                .Select(x => Path.GetRelativePath(root, x).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
        )
        {
            if (
                NotShipped.Contains(Variant(file))
                || Read(root, file) is not { } dockerfile
                || StageChoice.Of(dockerfile) is not { } stages
            )
                others.Add(file);
            else
                found.Add(new(file, ContextOf(root, file, dockerfile), NameOf(file, rootName), stages));
        }
        leftOut = others;
        return [.. found.Index().Select(x => x.Item with { Name = Distinct(found, x.Index) })];
    }

    private static IEnumerable<string> Files(DirectoryInfo folder, int depth)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in folder.EnumerateFiles("*", options).Where(x => IsDockerfile(x.Name)))
            yield return file.FullName;
        if (depth == Deepest)
            yield break;
        foreach (var below in folder.EnumerateDirectories("*", options).Where(x => !Skipped.Contains(x.Name) && !x.Name.StartsWith('.')))
        foreach (var file in Files(below, depth + 1))
            yield return file;
    }

    private static bool IsDockerfile(string name) =>
        !name.EndsWith(".dockerignore", StringComparison.OrdinalIgnoreCase)
        && !name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        && (
            name is "Dockerfile" or "Containerfile"
            || name.StartsWith("Dockerfile.", StringComparison.Ordinal)
            || name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase)
        );

    // "Dockerfile.worker" and "worker.Dockerfile" are of "worker".
    private static string Variant(string file)
    {
        var name = Path.GetFileName(file);
        return name.StartsWith("Dockerfile.", StringComparison.Ordinal) ? name["Dockerfile.".Length..].ToLowerInvariant()
            : name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase) ? name[..^".Dockerfile".Length].ToLowerInvariant()
            : "";
    }

    private static string NameOf(string file, string rootName)
    {
        // A folder that is called after the tool says nothing about the image.
        var folders = (Path.GetDirectoryName(file) ?? "").Split('/', '\\').Where(x => x is not ("" or "docker" or "build" or "deploy"));
        var folder = folders.LastOrDefault() ?? rootName;
        return DefinitionOverrides.RepositoryFrom(Variant(file) is { Length: > 0 } variant ? $"{folder}-{variant}" : folder);
    }

    private static string Distinct(List<FoundDockerfile> all, int index)
    {
        var name = all[index].Name;
        var earlier = all.Take(index).Count(x => x.Name == name);
        return earlier == 0 ? name : $"{name}-{earlier + 1}";
    }

    // Where what it copies is: in its own folder, or in the root folder, which many Dockerfiles below "docker" are built from.
    private static string ContextOf(string root, string file, Dockerfile dockerfile)
    {
        var folder = (Path.GetDirectoryName(file) ?? "").Replace('\\', '/');
        if (folder.Length == 0)
            return ".";
        string[] sources =
        [
            .. dockerfile
                .Instructions.Where(x => x.Keyword is "COPY" or "ADD" && !x.Sources.Any())
                .SelectMany(x => CopyArguments.Of(x).Sources)
                .Where(x => x.IndexOfAny(['*', '?', '[', '$', ':']) < 0),
        ];
        return sources.Count(x => Path.Exists(Path.Join(root, x))) > sources.Count(x => Path.Exists(Path.Join(root, folder, x)))
            ? "."
            : folder;
    }

    private static Dockerfile? Read(string root, string file)
    {
        try
        {
            return Dockerfile.Parse(InputFiles.ReadDockerfile(Path.Combine(root, file)), []);
        }
        catch (InputException)
        {
            return null;
        }
    }
}
