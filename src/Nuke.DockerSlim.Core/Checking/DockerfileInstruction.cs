namespace Nuke.DockerSlim.Checking;

/// <summary>An instruction of a Dockerfile, with its continuation lines put together.</summary>
public sealed record DockerfileInstruction
{
    /// <summary>Its keyword in capitals, such as <c>RUN</c>; one that no builder knows, too.</summary>
    public required string Keyword { get; init; }

    /// <summary>Flags such as <c>--from=builder</c>, without the dashes, in their order; a flag without a value has an empty one.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Flags { get; init; }

    /// <summary>What follows the flags, continuation lines joined by a space each, comments left out.</summary>
    public required string Arguments { get; init; }

    /// <summary>Its first line, from one.</summary>
    public required int FirstLine { get; init; }

    /// <summary>Its last line, here-documents included.</summary>
    public required int LastLine { get; init; }

    /// <summary>Its here-documents.</summary>
    public IReadOnlyList<DockerfileHeredoc> Heredocs { get; init; } = [];

    /// <summary>Where in <see cref="Arguments"/> each line of the file begins: offset and line, ascending.</summary>
    internal IReadOnlyList<(int Offset, int Line)> LineStarts { get; init; } = [];

    /// <summary>Rules that a comment right above it switches off (<c># slim ignore=RULE,RULE</c>).</summary>
    public IReadOnlyList<string> IgnoredRules { get; init; } = [];

    /// <summary>The values of a flag.</summary>
    /// <param name="name">Its name, without dashes.</param>
    public IEnumerable<string> Values(string name) => Flags.Where(x => x.Key == name).Select(x => x.Value);

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
