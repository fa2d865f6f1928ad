namespace Nuke.DockerSlim.Dockerfiles;

/// <summary>What a COPY or ADD copies, and where to.</summary>
/// <param name="Sources">The sources as written; here-documents are none.</param>
/// <param name="Destination">The destination as written; empty where there is none.</param>
internal sealed record CopyArguments(IReadOnlyList<string> Sources, string Destination)
{
    /// <summary>Whether it takes the whole context (or a whole source image) in.</summary>
    public bool TakesAll => Sources.Any(x => x.TrimEnd('/') is "" or "." or "./." or "*" or "./*");

    /// <summary>Reads them.</summary>
    /// <param name="instruction">A COPY or ADD, in either form.</param>
    public static CopyArguments Of(DockerfileInstruction instruction)
    {
        var words =
            ExecForm.Read(instruction.Arguments)
            ?? [.. DockerfileWords.Split(instruction.Arguments).Select(x => DockerfileWords.Unquote(x))];
        return words.Count == 0
            ? new CopyArguments([], "")
            : new CopyArguments([.. words.SkipLast(1).Where(x => !x.StartsWith("<<", StringComparison.Ordinal))], words[^1]);
    }
}
