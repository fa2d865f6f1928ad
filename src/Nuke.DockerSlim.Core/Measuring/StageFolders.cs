using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Measuring;

/// <summary>Where in the image an instruction works, as far as the Dockerfile says it: below the folder that the base image starts in, if it is relative.</summary>
internal static class StageFolders
{
    /// <summary>The folder that an instruction runs in or copies into relatively.</summary>
    /// <param name="dockerfile">The Dockerfile.</param>
    /// <param name="instruction">The instruction.</param>
    public static string At(Dockerfile dockerfile, DockerfileInstruction instruction) =>
        dockerfile
            .Stages[instruction.Stage]
            .Chain()
            .SelectMany(x => x.Instructions)
            .Where(x => x.Keyword == "WORKDIR")
            .Where(x => x.Stage < instruction.Stage || x.FirstLine < instruction.FirstLine)
            .Aggregate(".", (folder, x) => Join(folder, x.Arguments.Trim('"')));

    /// <summary>The folder that a COPY or an ADD of a folder fills.</summary>
    /// <param name="dockerfile">The Dockerfile.</param>
    /// <param name="copy">The instruction.</param>
    public static string Filled(Dockerfile dockerfile, DockerfileInstruction copy) =>
        Join(At(dockerfile, copy), CopyArguments.Of(copy).Destination);

    /// <summary>A path from a folder; absolute ones begin anew.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">The path.</param>
    public static string Join(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var part in (path.StartsWith('/') ? path : $"{folder}/{path}").Split('/'))
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "."))
                parts.Add(part);
        return (path.StartsWith('/') || folder.StartsWith('/') ? "/" : "") + string.Join('/', parts);
    }

    /// <summary>A path below a folder as that folder sees it, empty for the folder itself; null when it does not lie there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">The path.</param>
    public static string? Below(string folder, string path)
    {
        var stem = folder.TrimEnd('/');
        return path == folder ? ""
            : stem.Length == 0 && folder.Length == 0 && !path.StartsWith('/') ? path
            : path.StartsWith(stem + "/", StringComparison.Ordinal) && (stem.Length > 0 || folder == "/") ? path[(stem.Length + 1)..]
            : null;
    }
}
