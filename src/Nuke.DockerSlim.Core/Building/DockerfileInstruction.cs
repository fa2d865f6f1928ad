namespace Nuke.DockerSlim.Building;

/// <summary>One instruction of a Dockerfile.</summary>
/// <param name="Stage">The stage it belongs to, from zero; -1 before the first FROM.</param>
/// <param name="FirstLine">Its first line, from one.</param>
/// <param name="LastLine">Its last line; that of the last heredoc's end where it has heredocs.</param>
/// <param name="Keyword">What it does, in capitals: <c>RUN</c>.</param>
/// <param name="Arguments">All behind the keyword on one line, without heredocs and without comments in between.</param>
/// <param name="Text">The instruction on one line for people: a heredoc is shown by its first line.</param>
public sealed record DockerfileInstruction(int Stage, int FirstLine, int LastLine, string Keyword, string Arguments, string Text)
{
    /// <summary>Whether it is a step for the builder; the others only write the image's config.</summary>
    public bool IsStep => Keyword is "RUN" or "COPY" or "ADD" or "WORKDIR";

    /// <summary>The stage, image or context that it names with <c>--from=</c> or a mount's <c>from=</c>.</summary>
    public IEnumerable<string> Sources =>
        Keyword is "COPY" or "ADD" or "RUN"
            ? DockerfileWords
                .Split(Arguments)
                .TakeWhile(x => x.StartsWith("--", StringComparison.Ordinal))
                .SelectMany(x => x.StartsWith("--mount=", StringComparison.Ordinal) ? x["--mount=".Length..].Split(',') : [x[2..]])
                .Where(x => x.StartsWith("from=", StringComparison.Ordinal))
                .Select(x => x["from=".Length..].Trim('"', '\''))
            : [];
}
