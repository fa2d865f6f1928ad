namespace Nuke.DockerSlim.Dockerfiles;

/// <summary>One instruction of a Dockerfile, with its continuation lines put together.</summary>
public sealed record DockerfileInstruction
{
    /// <summary>The stage it belongs to, from zero; -1 before the first FROM.</summary>
    public required int Stage { get; init; }

    /// <summary>Its keyword in capitals, such as <c>RUN</c>; one that no builder knows, too.</summary>
    public required string Keyword { get; init; }

    /// <summary>Flags such as <c>--from=builder</c>, without dashes and quotes, in their order; a flag without a value has an empty one.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Flags { get; init; }

    /// <summary>What follows the flags, continuation lines joined, without heredocs and without comments in between.</summary>
    public required string Arguments { get; init; }

    /// <summary>Its first line, from one.</summary>
    public required int FirstLine { get; init; }

    /// <summary>Its last line; that of the last heredoc's end where it has heredocs.</summary>
    public required int LastLine { get; init; }

    /// <summary>The instruction on one line for people: a RUN's heredoc is shown by its first line.</summary>
    public required string Text { get; init; }

    /// <summary>Its heredocs.</summary>
    public IReadOnlyList<DockerfileHeredoc> Heredocs { get; init; } = [];

    /// <summary>Rules that a comment right above it switches off (<c># slim ignore=RULE,RULE</c>).</summary>
    public IReadOnlyList<string> IgnoredRules { get; init; } = [];

    /// <summary>Where in <see cref="Arguments"/> each line of the file begins: offset and line, ascending.</summary>
    internal IReadOnlyList<(int Offset, int Line)> LineStarts { get; init; } = [];

    /// <summary>Whether it is a step for the builder; the others only write the image's config.</summary>
    public bool IsStep => Keyword is "RUN" or "COPY" or "ADD" or "WORKDIR";

    /// <summary>The stages, images or contexts that it names with <c>--from=</c> or a mount's <c>from=</c>.</summary>
    public IEnumerable<string> Sources => Values("from").Concat(MountFlag.Of(this).SelectMany(x => x.Values("from")));

    /// <summary>The values of a flag.</summary>
    /// <param name="name">Its name, without dashes.</param>
    public IEnumerable<string> Values(string name) => Flags.Where(x => x.Key == name).Select(x => x.Value);

    /// <summary>Whether it says the same as another, wherever both stand.</summary>
    /// <param name="other">The other.</param>
    public bool SaysAs(DockerfileInstruction other) =>
        Keyword == other.Keyword
        && Arguments == other.Arguments
        && Flags.SequenceEqual(other.Flags)
        && Heredocs.Select(x => x.Text).SequenceEqual(other.Heredocs.Select(x => x.Text));

    /// <summary>The file's line of a place in <see cref="Arguments"/>.</summary>
    /// <param name="offset">The place.</param>
    public int LineAt(int offset)
    {
        var line = FirstLine;
        foreach (var (start, number) in LineStarts)
            if (start <= offset)
                line = number;
        return line;
    }
}
